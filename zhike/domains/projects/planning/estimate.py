"""What somebody thinks that a piece of work takes: low, likely and high; drawn from, the same way each time."""

from collections.abc import Hashable
from dataclasses import dataclass
from enum import StrEnum
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Truths = NDArray[np.bool_]
GRID = (1 - np.cos(np.linspace(0, np.pi, 513))) / 2  # closer at the ends, where the density is steep
STEPS = np.diff(GRID)
WEIGHT = 4  # of the likely value against each end


class Shape(StrEnum):
    PERT = "pert"
    TRIANGULAR = "triangular"


@dataclass(frozen=True, slots=True)
class Estimate:
    """0 <= low <= likely <= high, in the plan's unit. Raises ValueError otherwise."""

    low: float
    likely: float
    high: float
    shape: Shape = Shape.PERT

    def __post_init__(self) -> None:
        if not 0 <= self.low <= self.likely <= self.high:
            raise ValueError(f"An estimate goes from low to high: {self.low}, {self.likely}, {self.high} does not.")

    @property
    def mean(self) -> float:
        """Malcolm and others, Application of a technique for research and development program evaluation, 1959."""
        weight = WEIGHT if self.shape == Shape.PERT else 1
        return (self.low + weight * self.likely + self.high) / (weight + 2)

    @property
    def variance(self) -> float:
        if self.shape == Shape.PERT:
            return (self.mean - self.low) * (self.high - self.mean) / (WEIGHT + 3)
        low, likely, high = self.low, self.likely, self.high
        return (low**2 + likely**2 + high**2 - low * likely - low * high - likely * high) / 18

    def drawn(self, stream: np.random.Generator, count: int) -> Floats:
        """So many durations, one from each of `count` equally likely parts of the range, shuffled.

        McKay, Beckman and Conover, A comparison of three methods for selecting values of input variables, 1979.
        """
        found = self.at((np.arange(count) + stream.random(count)) / count)
        stream.shuffle(found)
        return found

    def at(self, chances: Floats) -> Floats:
        """The duration that is not exceeded with each chance (0 to 1); the higher the chance, the longer."""
        if self.low == self.high:
            return np.full_like(chances, self.low)
        place = (self.likely - self.low) / (self.high - self.low)
        found = _pert(place, chances) if self.shape == Shape.PERT else _triangular(place, chances)
        found *= self.high - self.low
        found += self.low
        return found


def chance_of(key: Hashable, seed: int) -> np.random.Generator:
    """A stream of its own for each activity: another's estimate may change, or it may leave, and this one stays."""
    return np.random.Generator(np.random.PCG64(np.random.SeedSequence([seed, crc32(repr(key).encode())])))


def _pert(place: float, chances: Floats) -> Floats:
    """The beta distribution of PERT on 0 to 1, its distribution function by the trapezium rule on a fixed grid."""
    density = GRID ** (WEIGHT * place) * (1 - GRID) ** (WEIGHT * (1 - place))
    below = np.cumsum((density[1:] + density[:-1]) * STEPS)
    return np.interp(chances, np.concatenate(([0.0], below / below[-1])), GRID)


def _triangular(place: float, chances: Floats) -> Floats:
    rising, falling = np.sqrt(chances * place), 1 - np.sqrt((1 - chances) * (1 - place))
    return np.where(chances < place, rising, falling)
