"""How likely an open promise is kept by its day, from promises that were settled before. Pure: no tables, no clock.

Naive Bayes with smoothed rates (Maron, Automatic Indexing, 1961; the smoothing is that of a beta prior): from the rate
of all, each factor moves the odds by as much as its own cases bear out. Scored as by Brier (1950).
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import exp, log

ENOUGH = 10  # cases of the owner or the client; with fewer nothing is said
PRIOR = 6.0  # cases that the rate of all counts for beside a factor's own
TRUST = 0.8  # factors overlap: each moves the odds by somewhat less than it says
LEADS = (2, 7, 21)  # days between word and due day, as bounds of a case's `lead`
LEAST, FIRST = 0.02, 0.5  # bounds of a probability; share of the history that the back-test only learns from
Factor = tuple[str, Hashable]


@dataclass(frozen=True)
class Case:
    """One promise. `kept` is whether it was kept by its day, None while open; `day` is when it was settled, or is due.

    `lead` are the days between word and due day, `rounds` how often it was renegotiated.
    """

    owner: int | None
    client: int
    side: str
    lead: int
    rounds: int
    day: date
    kept: bool | None = None

    @property
    def factors(self) -> tuple[Factor, ...]:
        lead = sum(self.lead > bound for bound in LEADS)
        return (
            ("owner", (self.side, self.owner)), ("client", (self.side, self.client)), ("lead", lead),
            ("rounds", min(self.rounds, 2)),
        )  # fmt: skip


@dataclass(frozen=True)
class Forecast:
    """`probability` is None with too little history; `cases` are those of the owner or the client. `reasons` are the
    factors that move it, the strongest first, each with its effect on the log-odds.
    """

    probability: float | None
    cases: int
    reasons: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True)
class BackTest:
    """Brier scores over `cases` promises, each foretold from those settled before it: lower is better."""

    cases: int
    ours: float
    person: float

    @property
    def is_better(self) -> bool:
        return self.ours < self.person


class History:
    """What was settled so far, counted by factor."""

    def __init__(self, cases: Iterable[Case] = ()) -> None:
        self.kept = self.all = 0
        self._kept: dict[Factor, int] = defaultdict(int)
        self._all: dict[Factor, int] = defaultdict(int)
        for one in cases:
            self.add(one)

    def add(self, case: Case) -> None:
        self.all += 1
        self.kept += bool(case.kept)
        for factor in case.factors:
            self._all[factor] += 1
            self._kept[factor] += bool(case.kept)

    def forecast(self, case: Case) -> Forecast:
        owner, client = case.factors[:2]
        known = max(self._all[owner], self._all[client])
        if known < ENOUGH:
            return Forecast(None, known)
        effects = {name: self._effect((name, value)) for name, value in case.factors}
        reasons = sorted(effects.items(), key=lambda effect: -abs(effect[1]))
        odds = _odds(self.rate) + sum(effects.values())
        return Forecast(min(max(1 / (1 + exp(-odds)), LEAST), 1 - LEAST), known, tuple(reasons))

    @property
    def rate(self) -> float:
        """Of all; a half, while there is nothing."""
        return (self.kept + 1) / (self.all + 2)

    def rate_of(self, case: Case) -> float:
        """The kept-rate of the person alone; that of all, while they have none."""
        owner = case.factors[0]
        return self._kept[owner] / self._all[owner] if self._all[owner] else self.rate

    def _effect(self, factor: Factor) -> float:
        smoothed = (self._kept[factor] + PRIOR * self.rate) / (self._all[factor] + PRIOR)
        return TRUST * (_odds(smoothed) - _odds(self.rate))


def back_test(settled: Sequence[Case]) -> BackTest | None:
    """Each promise of the later half foretold from what was settled before its own day; None with too little."""
    ordered = sorted(settled, key=lambda case: case.day)
    start = int(len(ordered) * FIRST)
    history, ours, person, waiting = History(ordered[:start]), [], [], []  # type: ignore[var-annotated]
    for case in ordered[start:]:
        while waiting and waiting[0].day < case.day:
            history.add(waiting.pop(0))
        foretold = history.forecast(case).probability
        if foretold is not None:
            ours.append((foretold - bool(case.kept)) ** 2)
            person.append((history.rate_of(case) - bool(case.kept)) ** 2)
        waiting.append(case)
    return BackTest(len(ours), sum(ours) / len(ours), sum(person) / len(person)) if ours else None


def _odds(rate: float) -> float:
    return log(rate / (1 - rate))
