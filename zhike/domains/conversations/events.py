"""What can happen to a conversation."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from zhike.core.timeline.kinds import EventKind, declare


def _logged(name: str, sentence: str | Promise, icon: str) -> EventKind:
    return declare(f"conversation.{name}", sentence, icon=icon, personal=("name", "people"))


_NOTED = _logged("noted", _("{actor} wrote a note"), "note")
LOGGED = {
    ("call", "out"): _logged("called", _("{actor} called {people}"), "phone"),
    ("call", "in"): _logged("rang", _("{people} called {actor}"), "phone"),
    ("mail", "out"): _logged("mailed", _("{actor} wrote to {people}"), "mail"),
    ("mail", "in"): _logged("wrote", _("{people} wrote to {actor}"), "mail"),
    ("chat", "out"): _logged("chatted", _("{actor} messaged {people}"), "chat"),
    ("chat", "in"): _logged("messaged", _("{people} messaged {actor}"), "chat"),
    ("video", "out"): _logged("video", _("{actor} met {people} by video"), "video"),
    ("video", "in"): _logged("seen", _("{people} met {actor} by video"), "video"),
    ("visit", "out"): _logged("visited", _("{actor} visited {people}"), "visit"),
    ("visit", "in"): _logged("came", _("{people} visited {actor}"), "visit"),
    ("note", "out"): _NOTED,
    ("note", "in"): _NOTED,
}
ARRIVED = declare(
    "conversation.arrived", _("{who} wrote by mail"), icon="mail", personal=("name", "who"), from_client=True
)
ALL_LOGGED = (*dict.fromkeys(LOGGED.values()), ARRIVED)
ANSWERED = declare("conversation.answered", _("{actor} answered {record}"), icon="check")
SENT = declare("conversation.sent", _("{actor} sent {record} by mail to {people}"), icon="send", personal=("people",))
ASKED = declare("conversation.asked", _("{actor} waits for an answer to {record}"), icon="waiting")
HEARD = declare("conversation.heard", _("The client answered {record}"), icon="check")
DISMISSED = declare("conversation.dismissed", _("{actor} said that {record} needs no answer"), icon="close")
REOPENED = declare("conversation.reopened", _("{actor} said that {record} still needs an answer"), icon="waiting")
HELD = declare(
    "conversation.decision_held", _("{actor} kept to what was decided: “{name}”"), icon="check", personal=("name",)
)
