"""Until when: the days and times that a sentence names, reckoned on a working calendar.

`Due` is one of them. "By" and 前 include the day itself (周五前 is Friday, as people use it); "before Friday" does not.
What ends with a period ("this month", 下周内, 节前) ends on its last working day; named days stay what they are,
also where nobody works. What fills a day ends at its closing.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, time
from typing import NamedTuple

from zhike.agreements.words.moment import Moment

Reading = tuple[date | None, time | None]
Reckon = Callable[[re.Match[str], Moment], Reading]


class Rule(NamedTuple):
    """A pattern and what it means. It is tried only on a text that holds one of the words in `needs`."""

    pattern: re.Pattern[str]
    reckon: Reckon
    needs: tuple[str, ...]


@dataclass(frozen=True)
class Due:
    """Named from `start` to `end`. Neither day nor time: the closing of the day named beside it, or of today."""

    start: int
    end: int
    on: date | None
    at: time | None

    @property
    def closing(self) -> bool:
        return not self.on and not self.at


def rule(needs: str, reckon: Reckon, *pattern: str) -> Rule:
    """A rule whose pattern is given in pieces, small letters; `needs` are words between blanks."""
    return Rule(re.compile("".join(pattern)), reckon, tuple(needs.split()))


def read(rules: Iterable[Rule], text: str, moment: Moment) -> list[Due]:
    """What the rules find, earlier rules before later ones where they overlap, in the order of the text."""
    small = text.lower()
    found: list[Due] = []
    for one in rules:
        if any(word in small for word in one.needs):
            for match in one.pattern.finditer(small):
                if all(match.end() <= due.start or due.end <= match.start() for due in found):
                    found += _due(match, one.reckon, moment)
    return sorted(found, key=lambda due: due.start)


def settled(dues: Iterable[Due], moment: Moment) -> Reading:
    """Day and time of one promise: the first day named and the first time; a time alone is the next such time."""
    named = list(dues)
    day = next((due.on for due in named if due.on), None)
    at = next((due.at for due in named if due.at), None)
    if at and not day:
        day = moment.today if at > moment.wall.time() else moment.days_on(1)
    if any(due.closing for due in named):
        day = day or moment.today
        at = at or moment.closing(day)
    return day, at


def _due(match: re.Match[str], reckon: Reckon, moment: Moment) -> list[Due]:
    """No due where the day does not exist ("31 June") or lies beyond the calendar."""
    try:
        on, at = reckon(match, moment)
    except (ValueError, OverflowError, KeyError):
        return []
    return [Due(match.start(), match.end(), on, at)]
