"""What can happen to an idea. Whoever brought it is named each time."""

from django.utils.translation import gettext_lazy as _

from zhike.core.timeline.kinds import declare
from zhike.domains.ideas.choices import Result

_PERSONAL = ("name", "who", "reason", "words")


def _result(said: str) -> str:
    return str(Result(said).label)


HAD = declare("idea.had", _("{actor} had an idea: “{record}”"), icon="idea", personal=_PERSONAL)
NOTED = declare("idea.noted", _("{actor} noted an idea of {who}: “{record}”"), icon="idea", personal=_PERSONAL)
WEIGHED = declare(
    "idea.weighed", _("{actor} weighed the idea “{record}”: {score} of {most}"), icon="sort", personal=_PERSONAL
)
TRIED = declare(
    "idea.tried", _("{actor} tries the idea “{record}” out, in {hours} hours at most"), icon="clock",
    personal=_PERSONAL,
)  # fmt: skip
SPENT = declare(
    "idea.spent", _("{actor} noted {hours} hours on the trial of “{record}”: {words}"), icon="clock",
    personal=_PERSONAL, quiet=True,
)  # fmt: skip
OVER_CAP = declare(
    "idea.over_cap", _("The trial of “{record}” took {spent} hours instead of {hours}"), icon="warning",
    personal=_PERSONAL, reminds=True,
)  # fmt: skip
KEPT = declare(
    "idea.kept", _("The idea of {who} is kept: “{record}” becomes {becomes}"), icon="check", personal=_PERSONAL
)
DROPPED = declare("idea.dropped", _("{actor} dropped the idea “{record}”: {reason}"), icon="close", personal=_PERSONAL)
TAKEN_UP = declare("idea.taken_up", _("{actor} took the idea “{record}” up again"), icon="repeat", personal=_PERSONAL)
JUDGED = declare(
    "idea.judged", _("What became of “{record}”, the idea of {who}: {result}. {words}"), icon="star",
    personal=_PERSONAL, words={"result": _result},
)  # fmt: skip
BUDGET_SET = declare("idea.budget", _("{actor} set the trial hours of a quarter to {hours}"), icon="settings")
