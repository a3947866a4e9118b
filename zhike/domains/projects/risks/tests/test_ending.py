"""How risks end; and their rating."""

import pytest

from zhike.core.lifecycle.errors import Forbidden, WrongState
from zhike.domains.projects.risks.choices import Rating, rating_of
from zhike.domains.projects.risks.matrix import matrix
from zhike.domains.projects.risks.models import Risk

pytestmark = pytest.mark.django_db


def test_a_risk_that_happens_becomes_a_problem_with_its_ways_out(feared, cast, site):
    risk = feared(options=2)
    risk.happen(by=cast.lena, words="文档晚了八天", due_on=site.today)
    problem = Risk.objects.get(kind="problem")
    assert (risk.state, risk.problem, problem.former) == ("happened", problem, risk)
    assert (problem.state, problem.effect, problem.due_on) == ("open", "文档晚了八天", site.today)
    assert (problem.likelihood, problem.score, problem.options.count()) == (5, 20, 2)


def test_a_problem_cannot_happen_again(feared, cast):
    with pytest.raises(WrongState):
        feared(kind="problem").happen(by=cast.lena)


def test_it_is_handled_with_a_word_and_can_be_opened_again(feared, cast):
    risk = feared()
    risk.tell(by=cast.lena, contact=cast.clara, channel="phone")
    risk.handle(by=cast.lena, words="接口已提前联调")
    assert (risk.state, risk.outcome, risk.is_alive) == ("handled", "接口已提前联调", False)
    with pytest.raises(WrongState):
        risk.close(by=cast.lena, reason="x")
    risk.reopen(by=cast.lena)
    assert (risk.state, risk.outcome, risk.told_on) == ("open", "", None)


@pytest.mark.parametrize("step", ["handle", "happen", "close"])
def test_whoever_reads_ends_none(feared, cast, step):
    with pytest.raises(Forbidden):
        getattr(feared(), step)(by=cast.rita)


def test_the_rating_goes_by_likelihood_and_impact():
    told = [rating_of(score) for score in (1, 4, 5, 9, 10, 12, 15, 25)]
    assert told == [*[Rating.LOW] * 2, *[Rating.MEDIUM] * 2, *[Rating.HIGH] * 2, *[Rating.EXTREME] * 2]


def test_it_stands_in_its_cell_of_the_matrix(feared, cast):
    risk = feared()
    risk.amend(by=cast.lena, likelihood=2)
    assert risk.score == 8
    [found] = [(row, cell.impact) for row, cells in matrix([risk]) for cell in cells if cell.risks]
    assert found == (2, 4)
