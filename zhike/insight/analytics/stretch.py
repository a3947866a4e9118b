"""Stretches of days: the one that is asked for, and the weeks and months in it. Pure, but for the words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.formats import date_format

from zhike.core.resources.filters import STRETCH, span

DAY, WEEK = timedelta(days=1), timedelta(days=7)
LAST = date(date.max.year, 1, 1)  # of later days the week or month may have no end
USUAL = "13w"
OFFERED = ("4w", "13w", "26w", "52w")
MOST = 530  # weeks
WEEKS = re.compile(r"(\d{1,2})w", re.ASCII)


@dataclass(frozen=True)
class Stretch:
    """`first` to `last`, both within it."""

    first: date
    last: date

    @property
    def said(self) -> str:
        """As the addresses of lists say it."""
        return f"{self.first}..{self.last}"

    @property
    def weeks(self) -> list["Stretch"]:
        """Whole ones, from Monday to Sunday."""
        return list(_weeks(_monday(self.first), self.last))

    @property
    def months(self) -> list["Stretch"]:
        """Whole ones."""
        return list(_months(self.first.replace(day=1), self.last))

    @property
    def whole_weeks(self) -> "Stretch":
        return Stretch(self.weeks[0].first, self.weeks[-1].last)

    @property
    def whole_months(self) -> "Stretch":
        return Stretch(self.months[0].first, self.months[-1].last)

    @property
    def month_words(self) -> str:
        """ "March 2026", "2026年3月"."""
        return date_format(self.first, "YEAR_MONTH_FORMAT")


def read(words: str, today: date) -> Stretch:
    """13w are the last thirteen weeks with this one, 2026-01-01..2026-03-31 just these days; the usual for all else."""
    if STRETCH.fullmatch(words):
        first, after = span(words, today)
        if first and after and first < after < LAST and after - first < WEEK * MOST:
            return Stretch(first, after - DAY)
    said = WEEKS.fullmatch(words)
    count = max(int(said[1]) if said else int(USUAL[:-1]), 1)
    monday = _monday(today)
    return Stretch(monday - WEEK * (count - 1), monday + WEEK - DAY)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _weeks(first: date, last: date) -> Iterator[Stretch]:
    while first <= last:
        yield Stretch(first, first + WEEK - DAY)
        first += WEEK


def _months(first: date, last: date) -> Iterator[Stretch]:
    while first <= last:
        following = (first + timedelta(days=31)).replace(day=1)
        yield Stretch(first, following - DAY)
        first = following
