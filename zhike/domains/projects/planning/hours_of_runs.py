"""The arithmetic of `hours` over arrays: one moment for each run of a simulation. Amounts are not negative."""

from functools import lru_cache

import numpy as np

from zhike.domains.projects.planning.estimate import Floats, Truths
from zhike.domains.projects.planning.hours import BeyondHours, Hours


class HoursOfRuns:
    def __init__(self, hours: Hours) -> None:
        self.starts, self.ends, self.after = (np.array(one, float) for one in (hours.starts, hours.ends, hours.after))

    def opens(self, moments: Floats, needed: Truths) -> Floats:
        """As `Hours.opens` where `needed`; elsewhere the moments themselves."""
        n = np.searchsorted(self.ends, moments, side="right")
        self._check((n == len(self.ends)) & needed)
        return np.where(needed, np.maximum(moments, np.take(self.starts, n, mode="clip")), moments)

    def work(self, start: Floats, amount: Floats) -> Floats:
        done = self._passed(start) + amount
        n = np.searchsorted(self.after, done, side="left") - 1
        self._check((n >= len(self.ends)) & (amount > 0))
        found = np.take(self.ends, n, mode="clip") - (np.take(self.after, n + 1, mode="clip") - done)
        return np.where(amount > 0, found, start)

    def back(self, finish: Floats, amount: Floats) -> Floats:
        left = self._passed(finish) - amount
        self._check((left < 0) & (amount > 0))
        n = np.searchsorted(self.after, left, side="right") - 1
        found = np.take(self.starts, n, mode="clip") + (left - np.take(self.after, n, mode="clip"))
        return np.where(amount > 0, found, finish)

    def _passed(self, moments: Floats) -> Floats:
        n = np.searchsorted(self.starts, moments, side="right")
        return self.after[n] - np.where(n > 0, np.maximum(np.take(self.ends, n - 1, mode="clip") - moments, 0), 0)

    def _check(self, beyond: Truths) -> None:
        if beyond.any():
            raise BeyondHours("In some runs the work does not fit into the hours that are known.")


@lru_cache(maxsize=64)
def of_runs(hours: Hours) -> HoursOfRuns:
    return HoursOfRuns(hours)
