"""What will hardly come in time is told early: a risk to begin with, told with what can be done about it."""

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from zhike.core.ui.dates import dated_words
from zhike.domains.projects.forecasts.told import Line

RISKY = 0.6  # the chance below which the client is better told early
LIKELY = ((0.2, 5), (0.4, 4), (RISKY, 3))  # below this chance, so likely it is late


def notice_address(project: Any, line: Line) -> str:
    """The form of a risk with what the forecast knows; empty where the line is likely to hold, or is no milestone."""
    chance = line.sight.chance
    if line.record is None or line.is_bare or chance is None or chance >= RISKY or line.due_on is None:
        return ""
    told = {
        "what": line.record.title, "day": dated_words(line.due_on), "later": dated_words(line.sight.p80),
        "percent": round(100 * chance),
    }  # fmt: skip
    said = {
        "project": project.pk, "kind": "risk", "likelihood": next(level for most, level in LIKELY if chance < most),
        "title": (_("“%(what)s” may not come by %(day)s") % told)[:200],
        "cause": _("As its open tasks are estimated, it comes by that day with a chance of %(percent)s%%.") % told,
        "effect": _("It rather comes by %(later)s.") % told,
    }  # fmt: skip
    return f"{reverse('risks:add')}?{urlencode(said)}"
