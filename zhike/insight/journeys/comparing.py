"""Before an improvement and now, told honestly: of how many records, by whose eyes, and whether it can be compared."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils import timezone

from zhike.core.resources.reader import Reader
from zhike.core.timeline.moment import moment
from zhike.insight.journeys.narrowing import asked_of
from zhike.insight.strategy.choices import Better
from zhike.insight.strategy.measures import measured
from zhike.insight.strategy.shown import SMALL, said, unit_of


@dataclass(frozen=True)
class Worth:
    """What a touchpoint stands at: `number` is None where there is none, `of` for what is noted by hand."""

    number: Decimal | None
    of: int | None
    on: date | None
    url: str = ""


@dataclass(frozen=True)
class Compared:
    """`better` is None where one cannot say: nothing to count, no change, or another measure than before (`differs`).

    `seen_by` is whoever counted before, where that was not the reader.
    """

    before: str
    was: Worth
    now: str
    stands: Worth
    better: bool | None
    differs: bool
    by_hand: bool
    seen_by: str

    @property
    def is_same(self) -> bool:
        return self.was.number is not None and self.was.number == self.stands.number

    @property
    def is_small(self) -> bool:
        return any(one.of is not None and one.of < SMALL for one in (self.was, self.stands) if one.number is not None)


def value_of(touchpoint: Any, user: Any) -> Worth:
    """By its figure over what this person sees, else as it was noted by hand."""
    if not touchpoint.measure:
        return Worth(touchpoint.noted, None, touchpoint.noted_on)
    now, today = measured(touchpoint.measure, asked_of(touchpoint.journey, user)), timezone.localdate(moment())
    if now is None or now.number is None:
        return Worth(None, now.of if now else None, today, now.url if now else "")
    return Worth(Decimal(str(now.number)).quantize(Decimal("0.01")), now.of, today, now.url)


def compared(improvement: Any, reader: Reader) -> Compared | None:
    """None before it began. What was noted by hand counts as now once it was noted again since."""
    if improvement.started_on is None:
        return None
    point, unit = improvement.touchpoint, unit_of(improvement.before_measure)
    was = Worth(improvement.before, improvement.before_of, improvement.before_on)
    differs, stands = point.measure != improvement.before_measure, value_of(point, reader.user)
    if differs or (not point.measure and not _is_noted_since(stands, was, improvement.started_on)):
        stands = Worth(None, None, None)
    other = improvement.started_by_id != reader.user.pk and not differs and bool(point.measure)
    return Compared(
        _words(was, unit), was, _words(stands, unit), stands, _is_better(was, stands, point.better), differs,
        not improvement.before_measure, reader.people.get(improvement.started_by_id, "") if other else "",
    )  # fmt: skip


def _is_noted_since(stands: Worth, was: Worth, started_on: date) -> bool:
    return stands.on is not None and stands.on >= started_on and (stands.on, stands.number) != (was.on, was.number)


def _is_better(was: Worth, stands: Worth, better: str) -> bool | None:
    if was.number is None or stands.number is None or was.number == stands.number:
        return None
    return (stands.number > was.number) == (better == Better.AT_LEAST)


def _words(worth: Worth, unit: str) -> str:
    return "" if worth.number is None else said(worth.number, unit)
