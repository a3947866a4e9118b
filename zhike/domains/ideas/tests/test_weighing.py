"""Weighing an idea in ten minutes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhike.core.lifecycle.errors import Forbidden, WrongState
from zhike.domains.ideas.choices import MOST
from zhike.domains.ideas.models.weighing import score_of
from zhike.domains.ideas.shown import marks
from zhike.domains.ideas.steps import WeighForm
from zhike.domains.ideas.tests.conftest import WEIGHED

MARKS = st.integers(1, 5)


@pytest.mark.django_db
def test_the_score_is_the_sum_of_what_is_said_for_it_with_each_reason(thought, cast):
    idea = thought()
    idea.weigh(by=cast.lena, **WEIGHED)
    assert (idea.state, idea.score) == ("weighed", 9)
    assert [(one.points, one.why) for one in marks(idea)] == [
        (4, "孩子肯坐下来等"), (3, "动画要外请"), (2, "医院偏严肃")
    ]  # fmt: skip
    assert sum(one.points for one in marks(idea)) == idea.score


@pytest.mark.django_db
def test_it_can_be_weighed_again_until_it_is_tried(thought, cast):
    idea = thought("weighed")
    idea.weigh(by=cast.omar, **WEIGHED | {"cost": 5})
    assert idea.score == 7
    idea.try_out(by=cast.lena, hours=2)
    with pytest.raises(WrongState):
        idea.weigh(by=cast.lena, **WEIGHED)


@pytest.mark.django_db
def test_whoever_reads_weighs_none(thought, cast):
    with pytest.raises(Forbidden):
        thought().weigh(by=cast.rita, **WEIGHED)


@pytest.mark.parametrize("missing", WEIGHED)
def test_no_mark_without_a_sentence_and_no_idea_without_a_measure(missing):
    assert set(WeighForm({name: said for name, said in WEIGHED.items() if name != missing}).errors) == {missing}


@given(MARKS, MARKS, MARKS)
def test_more_worth_and_fit_never_lower_it_and_more_cost_never_raises_it(value, cost, fit):
    score = score_of(value, cost, fit)
    assert 3 <= score <= MOST
    assert score_of(min(value + 1, 5), cost, fit) >= score <= score_of(value, cost, min(fit + 1, 5))
    assert score_of(value, min(cost + 1, 5), fit) <= score
