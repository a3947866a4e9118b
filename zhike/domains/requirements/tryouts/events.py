"""What can happen to a tryout."""

from django.utils.translation import gettext_lazy as _

from zhike.core.timeline.kinds import declare
from zhike.domains.requirements.tryouts.choices import Went

_PERSONAL = ("name", "who", "errand", "reaction", "what")

BEGUN = declare("tryout.begun", _("{actor} gave a prototype to be tried: “{record}”"), icon="eye", personal=_PERSONAL)
NOTED = declare(
    "tryout.noted", _("{actor} noted how “{errand}” went: {went}"), icon="note", personal=_PERSONAL, quiet=True,
    words={"went": lambda said: str(Went(said).label)},
)  # fmt: skip
POINTED = declare(
    "tryout.pointed", _("{who} pointed at something for “{errand}”: {reaction}"), icon="pin", personal=_PERSONAL,
    quiet=True,
)  # fmt: skip
SENT_IN = declare(
    "tryout.sent_in", _("{who} tried “{record}”"), icon="in", personal=_PERSONAL, from_client=True, reminds=True
)
CLOSED = declare("tryout.closed", _("{actor} closed “{record}”: it was tried"), icon="check", personal=_PERSONAL)
WANTED = declare(
    "tryout.wanted", _("{actor} made a requirement of what “{errand}” showed: {what}"), icon="list", personal=_PERSONAL
)
WRONG = declare(
    "tryout.wrong", _("{actor} made a defect of what “{errand}” showed: {what}"), icon="warning", personal=_PERSONAL
)
