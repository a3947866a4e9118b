"""How much of what was agreed changed since a day: requirements volatility (Costello and Liu, 1995).

*Baseline*: what was agreed by the end of the day and still wanted then. Since then something was *added*, which was
agreed later; *changed*, which the client confirmed in other words; or *dropped*, which is wanted no more. What both
sides agreed to leave out this time is no scope.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from zhike.domains.requirements.choices import Kind


def baseline_day(project: Any) -> tuple[date | None, Any]:
    """(since when it is counted, the baseline of that day): the newest that the client confirmed, else the first that
    was frozen, else none and the day on which the project started.
    """
    known = list(project.baselines.select_related("entry").order_by("number"))
    held = next((one for one in reversed(known) if one.stands_as == "confirmed"), known[0] if known else None)
    return (held.frozen_on, held) if held else (project.started_on, None)


@dataclass(frozen=True)
class Churn:
    """How many of each, against the `baseline` of the end of `day`."""

    day: date
    baseline: int
    added: int
    changed: int
    dropped: int

    @property
    def percent(self) -> int | None:
        """(added + changed + dropped) ÷ baseline; None without a baseline."""
        return round(100 * (self.added + self.changed + self.dropped) / self.baseline) if self.baseline else None


def churn_of(requirements: Iterable[Any], day: date) -> Churn:
    """Reads `agreed_on`, `changed_on`, `ended_on` and `kind` of each."""
    agreed = [one for one in requirements if one.agreed_on and one.kind != Kind.WONT]
    then = [one for one in agreed if one.agreed_on <= day and not (one.ended_on and one.ended_on <= day)]
    dropped = [one for one in then if one.ended_on]
    changed = [one for one in then if not one.ended_on and one.changed_on and one.changed_on > day]
    added = [one for one in agreed if one.agreed_on > day and not one.ended_on]
    return Churn(day, len(then), len(added), len(changed), len(dropped))
