"""Baselines and their differences in words."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.formats import number_format
from django.utils.safestring import SafeString
from django.utils.translation import gettext, gettext_lazy, pgettext, pgettext_lazy

from zhike.core.resources.reader import Reader
from zhike.core.ui.cells import Signal, badge, muted
from zhike.core.ui.dates import dated_words
from zhike.domains.projects.baselines.differing import Difference

PARTS: dict[str, Any] = {
    "": gettext_lazy("Project"), "scope": gettext_lazy("What is in it"), "excluded": gettext_lazy("What is not in it"),
    "constraints": gettext_lazy("What bounds it"), "goals": pgettext_lazy("project", "Goals"),
    "phases": gettext_lazy("Phases"), "milestones": gettext_lazy("Milestones"),
    "tasks": pgettext_lazy("of a project", "Tasks"), "deliverables": gettext_lazy("Deliverables"),
    "requirements": gettext_lazy("Must be confirmed first"),
}  # fmt: skip
FIELDS: dict[str, Any] = {
    "name": pgettext_lazy("of a project", "name"), "starts_on": gettext_lazy("from"),
    "ends_on": pgettext_lazy("project", "until"), "budget": gettext_lazy("budget"),
    "currency": gettext_lazy("currency"), "why": gettext_lazy("what it is for"), "title": gettext_lazy("title"),
    "measure": gettext_lazy("measured by"), "baseline": gettext_lazy("today"),
    "target": pgettext_lazy("goal", "shall be"), "due_on": pgettext_lazy("task", "due"),
    "hours_low": gettext_lazy("hours, at least"), "hours": gettext_lazy("hours, likely"),
    "hours_high": gettext_lazy("hours, at most"), "criteria": gettext_lazy("how one can tell that it is right"),
}  # fmt: skip
DAYS = ("starts_on", "ends_on", "due_on")
NUMBERS = ("budget", "hours_low", "hours", "hours_high")
LOOKS: dict[str, Signal] = {"asked": "watch", "confirmed": "good"}


def state_badge(baseline: Any) -> SafeString:
    words = {
        "asked": pgettext("baseline", "Waits for the client"), "confirmed": pgettext("baseline", "Confirmed"),
        "replaced": pgettext("baseline", "Replaced"), "": pgettext("baseline", "Not asked yet"),
    }  # fmt: skip
    return badge(words[baseline.stands_as], LOOKS.get(baseline.stands_as, ""))


def state_cell(baseline: Any, _reader: Reader) -> str:
    return str(state_badge(baseline))


def grouped(found: Iterable[Difference]) -> list[tuple[Any, list[dict[str, Any]]]]:
    """By part: the lines with `title`, `field`, `was` and `now` in words."""
    groups: dict[str, list[dict[str, Any]]] = {}
    for one in found:
        told = {
            "title": one.title, "field": FIELDS.get(one.field, ""), "came": not one.field and one.was is None,
            "went": not one.field and one.now is None, "was": _words(one.field, one.was),
            "now": _words(one.field, one.now), "later": _later(one),
        }  # fmt: skip
        groups.setdefault(one.part, []).append(told)
    return [(PARTS[part], lines) for part, lines in groups.items()]


def late_cell(line: Any) -> SafeString:
    """Days after the baseline, as a badge where that says something."""
    if line.planned_on is None and line.milestone is None:
        return muted("–")
    if line.planned_on is None:
        return badge(gettext("came later"), "accent")
    if line.stands_on is None:
        return badge(gettext("no longer planned"), "watch")
    if not line.late:
        return muted(gettext("as planned"))
    return badge(f"{line.late:+d}", "bad" if line.late > 0 else "good")


def _words(field: str, said: Any) -> str:
    if said in (None, ""):
        return gettext("nothing")
    if field in DAYS:
        return dated_words(date.fromisoformat(said))
    return number_format(Decimal(said), force_grouping=True) if field in NUMBERS else str(said)


def _later(one: Difference) -> int | None:
    """By how many days a day moved."""
    if one.field not in DAYS or not one.was or not one.now:
        return None
    return (date.fromisoformat(one.now) - date.fromisoformat(one.was)).days
