"""The picture of faults: what was found in deliverables after the client had accepted them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Max, Q
from django.db.models.functions import TruncMonth
from django.utils.timezone import localdate
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhike.domains.projects.quality.choices import UNSOLVED, DefectState, Severity
from zhike.insight.analytics.asked import Asked
from zhike.insight.analytics.pictures import MONTH
from zhike.insight.analytics.registry import Columns, Value, picture

STATES = [str(one) for one in DefectState if one != DefectState.REJECTED]
FAULTS: dict[str, Any] = {"found": "after", "state": STATES}
TO_DO: dict[str, Any] = {"found": "after", "state": [str(one) for one in UNSOLVED]}
LOOKS = {Severity.GRAVE: "watch", Severity.CRITICAL: "bad"}
SHOWN = 20


@dataclass(frozen=True)
class Delivered:
    """A deliverable with its `faults`, `left` of them unsolved; `calm` days since the last, else since acceptance."""

    deliverable: Any
    faults: int
    left: int
    calm: int
    url: str


@dataclass(frozen=True)
class Month:
    """`delivered` is how many deliverables had been accepted by its end."""

    words: str
    delivered: int
    faults: int
    delivered_url: str
    faults_url: str

    @property
    def rate(self) -> float | None:
        """Faults for each delivered thing; None before the first."""
        return self.faults / self.delivered if self.delivered else None


def stability(asked: Asked) -> dict[str, Any]:
    """The rate by months, and what was delivered, the most faults first."""
    things = _delivered(asked)
    left = sum(one.left for one in things)
    return {
        "months": _months(asked), "things": things[:SHOWN], "delivered": len(things), "left": left,
        "calm": sum(not one.faults for one in things), "backlog": asked.address("defects", **TO_DO),
    }  # fmt: skip


def filed(asked: Asked) -> Columns:
    """The rate by months, for the file."""
    months = _months(asked)
    return [
        (gettext("Accepted until then"), {one.words: one.delivered for one in months}),
        (gettext("Faults for each"), {one.words: round(one.rate, 2) for one in months if one.rate is not None}),
    ]


def _months(asked: Asked) -> list[Month]:
    days = list(asked.found("deliverables", accepted_on="..").order_by().values_list("accepted_on", flat=True))
    faults = _by_month(asked)
    return [
        Month(
            one.month_words, sum(day <= one.last for day in days if day),
            sum(number for (first, _severity), number in faults.items() if first == one.first),
            asked.address("deliverables", accepted_on=f"..{one.last.isoformat()}"),
            asked.address("defects", **FAULTS, created_at=one.said),
        )
        for one in asked.stretch.months
    ]  # fmt: skip


def _delivered(asked: Asked) -> list[Delivered]:
    """Of all time, not only of the stretch: a thing is as stable as it ever was."""
    real = ~Q(defects__state=DefectState.REJECTED) & Q(defects__is_fault=True, defects__archived_at=None)
    found = asked.found("deliverables", accepted_on="..").exclude(accepted_on=None).order_by()
    told: Any = found.select_related("project").annotate(
        faults=Count("defects", filter=real),
        left=Count("defects", filter=real & Q(defects__state__in=UNSOLVED)),
        latest=Max("defects__created_at", filter=real),
    )
    lines = [
        Delivered(
            one, one.faults, one.left, _days(asked.reader.today, one),
            asked.address("defects", **FAULTS, deliverable=one.pk),
        )
        for one in told
    ]  # fmt: skip
    return sorted(lines, key=lambda one: (-one.faults, one.calm, one.deliverable.pk))


def _days(today: date, deliverable: Any) -> int:
    since = localdate(deliverable.latest) if deliverable.latest else deliverable.accepted_on
    return (today - since).days


def _by_month(asked: Asked) -> dict[Any, int]:
    """By (first day of the month, severity)."""
    found = asked.tally(
        "defects", TruncMonth("created_at"), "severity", **FAULTS, created_at=asked.stretch.whole_months.said
    )
    return {(localdate(moment), severity): number for (moment, severity), number in found.items()}


@picture(
    "faults",
    label=_("Faults in what was delivered"),
    text=_("Defects found after the client had accepted, by the month in which they were found."),
    along=MONTH,
    more=stability,
    filed=filed,
)
def faults(asked: Asked) -> Iterator[Value]:
    found = _by_month(asked)
    for month in asked.stretch.months:
        for severity in Severity:
            words: dict[str, Any] = {**FAULTS, "severity": severity.value, "created_at": month.said}
            number = found.get((month.first, severity.value), 0)
            look = LOOKS.get(severity, "")
            yield asked.value(month.month_words, severity.label, number, "defects", signal=look, **words)
