"""What can happen to a requirement."""

from django.utils.translation import gettext_lazy as _

from zhike.core.timeline.kinds import declare
from zhike.domains.requirements.choices import Method, Verdict, Why


def _method(said: str) -> str:
    return str(Method(said).label)


def _why(said: str) -> str:
    return str(Why(said).label)


def _verdict(said: str) -> str:
    return str(Verdict(said).label)


_PERSONAL = ("name", "who", "reason", "wording", "now")

HEARD = declare("requirement.heard", _("{actor} noted what they want: “{record}”"), icon="list", personal=_PERSONAL)
ANALYSED = declare(
    "requirement.analysed", _("{actor} worked out what “{record}” means: {wording}"), icon="search",
    personal=_PERSONAL,
)  # fmt: skip
ASKED = declare(
    "requirement.asked", _("{actor} wrote “{record}” down to be confirmed: {wording}"), icon="send",
    personal=_PERSONAL,
)  # fmt: skip
AGREED = declare(
    "requirement.agreed", _("“{record}” is agreed: {who} confirmed it"), icon="promise", personal=_PERSONAL,
    reminds=True,
)  # fmt: skip
UNSETTLED = declare(
    "requirement.unsettled", _("“{record}” is no longer agreed: the client looks at its words again"),
    icon="question", personal=_PERSONAL, reminds=True,
)  # fmt: skip
GIVEN_BACK = declare(
    "requirement.given_back", _("The words of “{record}” were taken back; it has to be agreed anew"), icon="undo",
    personal=_PERSONAL, reminds=True,
)  # fmt: skip
REWORDED = declare(
    "requirement.reworded", _("{actor} put other words for “{record}” to the client: {now}"), icon="edit",
    personal=_PERSONAL,
)  # fmt: skip
NEW_WORDS = declare(
    "requirement.new_words", _("“{record}” now says: {now}"), icon="repeat", personal=_PERSONAL, reminds=True
)
STARTED = declare("requirement.started", _("{actor} began to build “{record}”"), icon="right", personal=_PERSONAL)
SETTLED_OUTSIDE = declare(
    "requirement.settled_outside",
    _("{actor} noted how “{record}” was settled, which was agreed as not included: {reason}"),
    icon="ledger", personal=(*_PERSONAL, "what"),
)  # fmt: skip
BUILT = declare("requirement.built", _("{actor} noted that “{record}” is built"), icon="check", personal=_PERSONAL)
PARKED = declare("requirement.parked", _("{actor} parked “{record}”: {reason}"), icon="snooze", personal=_PERSONAL)
TAKEN_UP = declare("requirement.taken_up", _("{actor} took “{record}” up again"), icon="repeat", personal=_PERSONAL)
DECLINED = declare(
    "requirement.declined", _("{actor} declined “{record}”, because: {reason}. But we can: {instead}"), icon="stop",
    personal=(*_PERSONAL, "instead"),
)  # fmt: skip
DROPPED = declare(
    "requirement.dropped", _("“{record}” is no longer wanted: {reason}"), icon="close", personal=_PERSONAL
)
RATED = declare(
    "requirement.rated", _("{actor} rated “{record}”: {score} ({reason})"), icon="sort", personal=_PERSONAL, quiet=True
)
FOUND_PATH = declare(
    "requirement.path_found", _("{actor} found a way to build “{record}”: {way}"), icon="plus",
    personal=(*_PERSONAL, "way"), quiet=True,
)  # fmt: skip
JUDGED = declare(
    "requirement.judged", _("{actor} said whether “{record}” can be built: {verdict}. {reason}"), icon="check",
    personal=_PERSONAL, words={"verdict": _verdict},
)  # fmt: skip
FOUND_EVIDENCE = declare(
    "requirement.evidence_found", _("{actor} noted what the market shows about “{record}”: {words}"), icon="chart",
    personal=(*_PERSONAL, "words"), quiet=True,
)  # fmt: skip
RANKING_SET = declare(
    "requirement.ranking_set", _("{actor} chose how requirements are ranked: {method}"), icon="sort",
    personal=_PERSONAL, words={"method": _method}, quiet=True,
)  # fmt: skip
MOVED = declare(
    "requirement.moved", _("{actor} moved “{record}” on the story map: {where}"), icon="board",
    personal=(*_PERSONAL, "where"), quiet=True,
)  # fmt: skip
ORDERED = declare(
    "activity.moved", _("{actor} moved “{record}” in the story map"), icon="sort", personal=(*_PERSONAL, "before"),
    quiet=True,
)  # fmt: skip

CLASHED = declare(
    "conflict.found", _("They want what cannot both be: “{record}” ({why})"), icon="warning", personal=_PERSONAL,
    words={"why": _why}, reminds=True,
)  # fmt: skip
PUT = declare(
    "conflict.put", _("{actor} put it to {who} which one holds: “{record}”"), icon="question", personal=_PERSONAL
)
DECIDED = declare(
    "conflict.decided", _("{who} decided “{record}”: {now}"), icon="check", personal=_PERSONAL, reminds=True
)
UNDECIDED = declare(
    "conflict.undecided", _("The decision about “{record}” is in question again"), icon="undo", personal=_PERSONAL,
    reminds=True,
)  # fmt: skip
DISMISSED = declare(
    "conflict.dismissed", _("{actor} says that both can hold in “{record}”: {reason}"), icon="close",
    personal=_PERSONAL,
)  # fmt: skip
LAPSED = declare("conflict.lapsed", _("“{record}” contradict each other no more"), icon="check", personal=_PERSONAL)
