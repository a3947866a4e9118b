"""How sure an end is: the plan is worked out many times, each time with other durations.

Monte Carlo over the network (Van Slyke, Monte Carlo methods and the PERT problem, 1963), all runs at once: one array of
`runs` moments for each activity. Durations are independent of each other. The seed decides all: the same plan gives
the same figures, and a changed estimate moves them by what it changes, not by chance.
"""

from collections.abc import Collection, Hashable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from zhike.domains.projects.planning.estimate import Estimate, Floats, chance_of
from zhike.domains.projects.planning.hours import ALWAYS, Hours
from zhike.domains.projects.planning.hours_of_runs import of_runs
from zhike.domains.projects.planning.plan import Activity, Plan

RUNS = 10_000
CELLS = 4_000_000  # moments held at once; more runs go in turns
SURE, LIKELY, EVEN = 0.9, 0.8, 0.5
TOLD = 0.01  # share of the variance below which a driver is noise


class Spread:
    """The moments at which one thing ended, over all runs."""

    def __init__(self, moments: Floats) -> None:
        self.moments = np.sort(moments)

    def at(self, chance: float) -> float:
        """The first moment by which it has ended in that share of the runs."""
        return float(np.quantile(self.moments, chance, method="inverted_cdf"))

    def chance(self, moment: float) -> float:
        """The share of the runs in which it has ended by `moment`."""
        return float(np.searchsorted(self.moments, moment, side="right") / len(self.moments))

    @cached_property
    def p50(self) -> float:
        return self.at(EVEN)

    @cached_property
    def p80(self) -> float:
        return self.at(LIKELY)

    @cached_property
    def p90(self) -> float:
        return self.at(SURE)

    @property
    def mean(self) -> float:
        return float(self.moments.mean())

    @property
    def variance(self) -> float:
        return float(self.moments.var())


@dataclass(frozen=True)
class Outlook:
    """`finish` of the whole plan and of each watched activity.

    `drivers`: the share of the finish's variance that each estimate brings, the greatest first; only those above 1 %.
    """

    finish: Spread
    watched: dict[Hashable, Spread]
    drivers: tuple[tuple[Hashable, float], ...]


def simulate(
    plan: Plan,
    estimates: Mapping[Hashable, Estimate],
    watched: Collection[Hashable] = (),
    runs: int = RUNS,
    seed: int = 1,
    start: float = 0,
) -> Outlook:
    """Works the plan out `runs` times. Activities without an estimate take their own duration.

    Raises what `network` raises, and ValueError if there are no runs.
    """
    if runs < 1:
        raise ValueError("A forecast takes at least one run.")
    streams = {one.key: chance_of(one.key, seed) for one in plan.activities if one.key in estimates}
    turns = [_run(plan, estimates, streams, start, count) for count in _turns(runs, len(plan.activities))]
    watching = {key: plan.place[key] for key in watched}
    return Outlook(
        Spread(np.concatenate([turn.last for turn in turns])),
        {key: Spread(np.concatenate([turn.ends[place] for turn in turns])) for key, place in watching.items()},
        _drivers(turns[0]),
    )


@dataclass(frozen=True)
class _Turn:
    drawn: dict[Hashable, Floats]
    ends: list[Floats]
    last: Floats


def _run(
    plan: Plan, estimates: Mapping[Hashable, Estimate], streams: Mapping[Hashable, np.random.Generator],
    start: float, count: int,
) -> _Turn:  # fmt: skip
    drawn = {key: estimates[key].drawn(stream, count) for key, stream in streams.items()}
    ends = _finishes(plan, drawn, start, count)
    last = np.full(count, float(start))
    for end in ends:
        np.maximum(last, end, out=last)
    return _Turn(drawn, ends, last)


def _turns(runs: int, activities: int) -> Iterator[int]:
    most = max(CELLS // max(activities, 1), 1)
    while runs > 0:
        yield min(runs, most)
        runs -= most


def _finishes(plan: Plan, drawn: Mapping[Hashable, Floats], start: float, runs: int) -> list[Floats]:
    """The end of each place in each run: the forward pass of `network`, over arrays."""
    begins: list[Floats] = [np.empty(0)] * len(plan.activities)
    ends = list(begins)
    for place in plan.order:
        one = plan.activities[place]
        begin, end = np.full(runs, float(max(start, one.not_before))), None
        for earlier, kind, lag in plan.before[place]:
            moment = _shifted(one.hours, begins[earlier] if kind[0] == "S" else ends[earlier], lag)
            if kind[1] == "S":
                np.maximum(begin, moment, out=begin)
            else:
                end = moment if end is None else np.maximum(end, moment)
        begins[place], ends[place] = _placed(one, begin, end, drawn.get(one.key))
    return ends


def _shifted(hours: Hours, moments: Floats, lag: float) -> Floats:
    if hours is ALWAYS or not lag:
        return moments + lag if lag else moments
    many, amount = of_runs(hours), np.full(len(moments), abs(lag))
    return many.work(moments, amount) if lag > 0 else many.back(moments, amount)


def _placed(one: Activity, begin: Floats, end: Floats | None, drawn: Floats | None) -> tuple[Floats, Floats]:
    """What takes no time in a run is a milestone there."""
    takes = np.full(len(begin), float(one.duration)) if drawn is None else drawn
    if one.hours is ALWAYS:
        if end is not None:
            np.maximum(begin, end - takes, out=begin)
        return begin, begin + takes
    many = of_runs(one.hours)
    if end is not None:
        tied = (many.work(begin, takes) < end) & (end > -np.inf)
        begin[tied] = np.maximum(begin[tied], many.back(end[tied], takes[tied]))
    begin = many.opens(begin, takes > 0)
    return begin, many.work(begin, takes)


def _drivers(turn: _Turn) -> tuple[tuple[Hashable, float], ...]:
    """Covariance with the finish over its variance: durations are independent, in a chain the shares sum to one."""
    variance = float(turn.last.var())
    if not variance:
        return ()
    moved = (turn.last - turn.last.mean()) / (variance * len(turn.last))
    shares = [(key, float(moved @ taken)) for key, taken in turn.drawn.items()]
    return tuple(sorted((one for one in shares if one[1] > TOLD), key=lambda one: -one[1]))
