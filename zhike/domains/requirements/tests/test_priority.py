"""The methods of ranking, against the figures of their sources."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhike.domains.requirements.choices import Criterion, Kind
from zhike.domains.requirements.priority import kano, kano_rank, moscow, rice, weighted

MARKS = st.dictionaries(st.sampled_from(Criterion.values), st.integers(0, 5))
WEIGHTS = st.dictionaries(st.sampled_from(Criterion.values), st.integers(0, 10))


def test_moscow_is_in_its_own_order() -> None:
    assert [moscow(kind) for kind in Kind] == [3, 2, 1, 0]


@pytest.mark.parametrize(
    ("reach", "impact", "confidence", "effort", "score"),
    [(500, "3", 100, "2", "750"), (2_000, "1", 80, "1", "1600"), (2_000, "1", 50, "4", "250"), (0, "3", 100, "1", "0")],
)
def test_rice_is_reach_times_impact_times_confidence_by_effort(reach, impact, confidence, effort, score) -> None:
    assert rice(reach, Decimal(impact), confidence, Decimal(effort)) == Decimal(score)


def test_kano_reads_its_table() -> None:
    table = ["".join(kano(there, missing) for missing in range(1, 6)) for there in range(1, 6)]
    assert table == ["QAAAO", "RIIIM", "RIIIM", "RIIIM", "RRRRQ"]
    ranks = [kano_rank(one) for one in ("M", "O", "A", "I", "Q", "R")]
    assert ranks == sorted(ranks, reverse=True)


def test_weights_of_nothing_give_nothing() -> None:
    assert weighted({"value": 5}, {}) == weighted({"value": 5}, {"value": 0}) == 0
    assert weighted({"value": 5, "ease": 1}, {"value": 3, "ease": 1}) == 4


@given(MARKS, WEIGHTS)
def test_a_weighted_score_lies_between_its_marks(marks, weights) -> None:
    counted = [marks.get(name, 0) for name, weight in weights.items() if weight]
    if counted:
        assert min(counted) - Decimal("0.01") <= weighted(marks, weights) <= max(counted) + Decimal("0.01")


@given(st.integers(0, 10**6), st.integers(1, 100), st.integers(1, 900))
def test_more_effort_never_comes_sooner(reach, confidence, effort) -> None:
    less, more = (rice(reach, Decimal(1), confidence, Decimal(one)) for one in (effort, effort + 1))
    assert more <= less
