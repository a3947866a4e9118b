"""What can happen to an inquiry."""

from django.utils.translation import gettext_lazy as _

from zhike.core.timeline.kinds import declare

_PERSONAL = ("name", "who", "question", "answer", "what")

BEGUN = declare("inquiry.begun", _("{actor} began to ask: “{record}”"), icon="question", personal=_PERSONAL)
NOTED = declare(
    "inquiry.noted", _("{actor} noted an answer to “{question}”: {answer}"), icon="note", personal=_PERSONAL, quiet=True
)
SENT_IN = declare(
    "inquiry.sent_in", _("{who} answered “{record}”"), icon="in", personal=_PERSONAL, from_client=True, reminds=True
)
CLOSED = declare("inquiry.closed", _("{actor} closed “{record}”: all is asked"), icon="check", personal=_PERSONAL)
REOPENED = declare("inquiry.reopened", _("{actor} opened “{record}” again"), icon="undo", personal=_PERSONAL)
BECAME = declare(
    "inquiry.became", _("{actor} made a requirement of an answer to “{question}”: {what}"), icon="list",
    personal=_PERSONAL,
)  # fmt: skip
