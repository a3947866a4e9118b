"""Open stretches on an axis of numbers: how far working time reaches, forwards and backwards.

`work` and `back` belong together: work(s, amount) <= t exactly when s <= back(t, amount), up to closed time.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import accumulate, pairwise
from math import inf

from zhike.core.clock.working_calendar import WorkingCalendar


class BeyondHours(ValueError):
    """So much working time does not lie within the stretches that are known."""


class Hours:
    """`stretches`: (start, end), ascending, not touching each other. Raises ValueError if they are not.

    Before the first and after the last stretch all is closed.
    """

    def __init__(self, stretches: Iterable[tuple[float, float]]) -> None:
        found = list(stretches)
        self.starts = [start for start, _end in found]
        self.ends = [end for _start, end in found]
        edges = [edge for stretch in found for edge in stretch]
        if any(left >= right for left, right in pairwise(edges)):
            raise ValueError("Stretches of working time are ascending and do not touch each other.")
        self.after = [0, *accumulate(end - start for start, end in found)]

    def opens(self, moment: float) -> float:
        """The moment itself if work can begin then, else the next opening."""
        n = bisect_right(self.ends, moment)
        if n == len(self.starts):
            raise BeyondHours(f"Nobody works after {moment}.")
        return max(moment, self.starts[n])

    def work(self, start: float, amount: float) -> float:
        """When so much is done that is begun at `start`; for nothing, `start` itself."""
        if amount <= 0:
            return self.back(start, -amount) if amount else start
        done = self._passed(start) + amount
        n = bisect_left(self.after, done) - 1
        if n >= len(self.ends):
            raise BeyondHours(f"There are not {amount} of working time after {start}.")
        return self.ends[n] - (self.after[n + 1] - done)

    def back(self, finish: float, amount: float) -> float:
        """The latest moment from which so much is done by `finish`; for nothing, `finish` itself."""
        if amount <= 0:
            return self.work(finish, -amount) if amount else finish
        left = self._passed(finish) - amount
        if left < 0:
            raise BeyondHours(f"There are not {amount} of working time before {finish}.")
        n = bisect_right(self.after, left) - 1
        return self.starts[n] + (left - self.after[n])

    def between(self, start: float, end: float) -> float:
        """Working time from `start` to `end`; negative if `end` lies before."""
        return self._passed(end) - self._passed(start)

    def _passed(self, moment: float) -> float:
        n = bisect_right(self.starts, moment)
        return self.after[n] - max(self.ends[n - 1] - moment, 0) if n else 0


class _Always(Hours):
    """Every moment is working time."""

    def __init__(self) -> None:
        super().__init__([(-inf, inf)])

    def opens(self, moment: float) -> float:
        return moment

    def work(self, start: float, amount: float) -> float:
        return start + amount

    def back(self, finish: float, amount: float) -> float:
        return finish - amount

    def between(self, start: float, end: float) -> float:
        return end - start


ALWAYS = _Always()


def days_of(calendar: WorkingCalendar, first: date, count: int) -> Hours:
    """The working days of the next `count` days as stretches; one is one day, 0 the beginning of `first`."""
    stretches: list[tuple[float, float]] = []
    for day in range(count):
        if calendar.is_working_day(first + timedelta(days=day)):
            if stretches and stretches[-1][1] == day:
                stretches[-1] = (stretches[-1][0], day + 1)
            else:
                stretches.append((day, day + 1))
    return Hours(stretches)
