"""The simulation against what is known in closed form, against the network, and against itself."""

from itertools import pairwise
from math import erf, sqrt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhike.domains.projects.planning.estimate import Estimate, Shape
from zhike.domains.projects.planning.network import network
from zhike.domains.projects.planning.plan import Activity, Kind, Link, Plan
from zhike.domains.projects.planning.simulate import Spread, simulate
from zhike.domains.projects.planning.tests.invented import BEGINNING, plans

RUNS = 40_000
SHAPES = pytest.mark.parametrize("shape", Shape)


def chain(estimates):
    keys = list(estimates)
    return Plan([Activity(key, 1) for key in keys], [Link(*pair) for pair in pairwise(keys)])


@SHAPES
def test_in_a_chain_means_and_variances_add(shape):
    """The mean of so many runs strays by sqrt(variance / runs): four of those are allowed."""
    estimates = {f"a{n}": Estimate(n, n + 2, 2 * n + 7, shape) for n in range(12)}
    found = simulate(chain(estimates), estimates, runs=RUNS)
    mean, variance = sum(one.mean for one in estimates.values()), sum(one.variance for one in estimates.values())
    assert found.finish.mean == pytest.approx(mean, abs=4 * sqrt(variance / RUNS))
    assert found.finish.variance == pytest.approx(variance, rel=0.04)
    for key, share in found.drivers:
        assert share == pytest.approx(estimates[key].variance / variance, abs=0.02)
    assert next(iter(found.drivers))[0] == "a11"
    assert found.finish.at(0.84) == pytest.approx(mean + sqrt(variance) * 0.9945, rel=0.01)  # nearly normal by now


def test_the_later_of_two_equal_triangles():
    """Both end by t with the chance F(t) squared: the median of the maximum lies where F is the root of a half."""
    same = Estimate(0, 4, 4, Shape.TRIANGULAR)  # F(t) = (t / 4) ** 2
    plan = Plan([Activity("a", 0), Activity("b", 0), Activity("end", 0)], [Link("a", "end"), Link("b", "end")])
    found = simulate(plan, {"a": same, "b": same}, watched=["end"], runs=RUNS).watched["end"]
    assert found.p50 == pytest.approx(4 * 0.5**0.25, abs=0.02)
    assert found.mean == pytest.approx(4 * 4 / 5, abs=0.02)
    for moment in (2, 3, 3.5):
        assert found.chance(moment) == pytest.approx((moment / 4) ** 4, abs=0.01)


def test_the_later_of_two_sums_that_are_nearly_normal():
    """Clark, The greatest of a finite set of random variables, 1961: the mean of the maximum is m + s / sqrt(pi)."""
    estimates = {f"{side}{n}": Estimate(2, 5, 8) for side in "ab" for n in range(20)}
    links = [Link(f"{side}{n}", f"{side}{n + 1}") for side in "ab" for n in range(19)]
    found = simulate(Plan([Activity(key, 5) for key in estimates], links), estimates, runs=RUNS).finish
    mean, spread = 20 * 5, sqrt(20 * Estimate(2, 5, 8).variance)
    assert found.mean == pytest.approx(mean + spread / sqrt(np.pi), abs=0.1)
    by = mean + spread
    assert found.chance(by) == pytest.approx(((1 + erf(1 / sqrt(2))) / 2) ** 2, abs=0.01)


@SHAPES
@pytest.mark.parametrize("points", [(0, 0, 1), (0, 1, 1), (2, 3, 9), (1, 1.01, 30), (5, 5, 5)])
def test_one_estimate_has_its_mean_variance_and_ends(shape, points):
    estimate = Estimate(*points, shape)
    drawn = estimate.at((np.arange(100_000) + 0.5) / 100_000)
    assert drawn.mean() == pytest.approx(estimate.mean, rel=1e-3)
    assert drawn.var() == pytest.approx(estimate.variance, rel=5e-3, abs=1e-12)
    assert points[0] <= drawn.min() <= drawn.max() <= points[2]


@given(plans())
@settings(max_examples=50)
def test_where_nothing_is_unsure_each_run_is_the_network(plan):
    keys = [one.key for one in plan.activities]
    found = simulate(plan, {}, watched=keys, runs=3, start=BEGINNING)
    told = network(plan, BEGINNING)
    assert found.finish.moments.tolist() == [told.finish] * 3
    for key in keys:
        assert found.watched[key].moments.tolist() == [told.timings[key].finish] * 3
    assert not found.drivers


@given(plans(kinds=(Kind.FS, Kind.SS)), st.integers(0, 5))
@settings(max_examples=40)
def test_a_longer_estimate_never_brings_any_quantile_forward(plan, more):
    """Triangles that are shifted as a whole: each run is the same but for the longer piece.

    Held by its finish, a longer piece begins earlier, and what waits for its start does too: such links are left out.
    """
    sure = {
        one.key: Estimate(one.duration, one.duration + 1, one.duration + 4, Shape.TRIANGULAR) for one in plan.activities
    }
    longer = dict(sure)
    key = plan.activities[0].key
    longer[key] = Estimate(sure[key].low + more, sure[key].likely + more, sure[key].high + more, Shape.TRIANGULAR)
    before, after = (simulate(plan, each, runs=200, start=BEGINNING).finish.moments for each in (sure, longer))
    assert (after >= before - 1e-6).all()


def test_the_seed_decides():
    estimates = {f"a{n}": Estimate(1, 2, 6) for n in range(5)}
    once, again, other = (simulate(chain(estimates), estimates, runs=1_000, seed=seed).finish for seed in (1, 1, 2))
    assert (once.moments == again.moments).all()
    assert (once.moments != other.moments).any()
    assert once.p80 == pytest.approx(other.p80, rel=0.02)


def test_more_runs_than_fit_at_once_go_in_turns(monkeypatch):
    estimates = {f"a{n}": Estimate(1, 2, 6) for n in range(5)}
    once = simulate(chain(estimates), estimates, runs=1_000).finish
    monkeypatch.setattr("zhike.domains.projects.planning.simulate.CELLS", 5 * 300)
    turns = simulate(chain(estimates), estimates, runs=1_000).finish
    assert len(turns.moments) == 1_000
    assert turns.mean == pytest.approx(once.mean, rel=0.01) and turns.p80 == pytest.approx(once.p80, rel=0.02)


def test_what_joins_the_plan_elsewhere_moves_nobody_elses_luck():
    estimates = {"a": Estimate(1, 2, 6), "b": Estimate(1, 2, 6)}
    alone = simulate(chain(estimates), estimates, runs=100)
    plan = Plan([Activity("new", 1), Activity("a", 1), Activity("b", 1)], [Link("a", "b")])
    assert (
        simulate(plan, estimates | {"new": Estimate(0, 0, 1)}, runs=100).finish.moments == alone.finish.moments
    ).all()


def test_quantiles_are_ends_that_were_reached():
    spread = Spread(np.array([3.0, 1.0, 2.0, 4.0]))
    assert (spread.p50, spread.p80, spread.p90, spread.chance(2), spread.chance(0)) == (2, 4, 4, 0.5, 0)


@pytest.mark.parametrize("points", [(2, 1, 3), (1, 3, 2), (-1, 0, 1)])
def test_it_refuses_an_estimate_out_of_order(points):
    with pytest.raises(ValueError, match="from low to high"):
        Estimate(*points)


def test_it_refuses_no_runs():
    with pytest.raises(ValueError, match="at least one run"):
        simulate(Plan([]), {}, runs=0)
