"""How sure a plan is, 10,000 runs over 200 activities, beside the same written by hand in NumPy.

Bare: durations from NumPy's own beta distribution, the longest way through by `maximum` and `+`, three quantiles. It
knows one kind of link, no lag, no hours, and says nothing of what drives the finish.
"""

from argparse import Namespace
from random import Random
from statistics import median
from time import perf_counter
from typing import Any

import numpy as np

from zhike.domains.projects.planning.estimate import Estimate
from zhike.domains.projects.planning.plan import Activity, Link, Plan
from zhike.domains.projects.planning.simulate import simulate

ACTIVITIES, RUNS, ROUNDS, NEAR = 200, 10_000, 15, 15
QUANTILES = (0.5, 0.8, 0.9)


def measure(_options: Namespace) -> dict[str, Any]:
    """The row of the report. Turn and turn about; the first round warms up."""
    plan, estimates = invented()
    ours, bare = [], []
    for _round in range(ROUNDS + 1):
        ours.append(_timed(lambda: simulate(plan, estimates, runs=RUNS)))
        bare.append(_timed(lambda: by_hand(plan, estimates, RUNS)))
    whole, alone = median(ours[1:]), median(bare[1:])
    return {
        "scenario": "simulate",
        "ratio": round(whole / alone, 2),
        "ours_ms": round(whole, 2),
        "bare_ms": round(alone, 2),
        "rounds": ROUNDS,
        "activities": ACTIVITIES,
        "runs": RUNS,
    }


def invented(count: int = ACTIVITIES) -> tuple[Plan, dict[int, Estimate]]:
    """Each activity waits for one to three of the fifteen before it."""
    dice = Random(7)
    lows = [dice.randint(1, 5) for _n in range(count)]
    estimates = {n: Estimate(low, low + dice.randint(0, 4), low + dice.randint(5, 15)) for n, low in enumerate(lows)}
    waits = {(dice.randrange(max(0, n - NEAR), n), n) for n in range(1, count) for _each in range(dice.randint(1, 3))}
    activities = [Activity(n, estimates[n].likely) for n in range(count)]
    return Plan(activities, [Link(*pair) for pair in sorted(waits)]), estimates


def by_hand(plan: Plan, estimates: dict[int, Estimate], runs: int) -> list[float]:
    """P50, P80 and P90 of the finish."""
    random, ends, waits = np.random.default_rng(1), np.empty((len(estimates), runs)), [[] for _one in estimates]
    for link in plan.links:
        waits[link.after].append(link.before)
    for n, one in estimates.items():
        span = one.high - one.low
        alpha, beta = 1 + 4 * (one.likely - one.low) / span, 1 + 4 * (one.high - one.likely) / span
        ends[n] = one.low + span * random.beta(alpha, beta, runs)
        if waits[n]:
            ends[n] += ends[waits[n]].max(axis=0)
    return np.quantile(ends.max(axis=0), QUANTILES).tolist()


def _timed(work: Any) -> float:
    """Milliseconds."""
    start = perf_counter()
    work()
    return (perf_counter() - start) * 1_000
