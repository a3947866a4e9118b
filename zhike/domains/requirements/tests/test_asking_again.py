"""After an increment they are asked again; what came is held against what was expected."""

import pytest

from zhike.agreements.gaps import gap_of
from zhike.agreements.models import Expectation
from zhike.core.lifecycle.errors import Forbidden, WrongState
from zhike.core.timeline.delivery import deliver_all
from zhike.core.todos.models import Todo

pytestmark = pytest.mark.django_db


@pytest.fixture
def expected(wanting, site):
    """An agreed requirement of the project, as the ledger has it."""
    return Expectation.objects.get(pk=wanting.agreed(project=site.project).entry_id)


def accept(site, cast):
    thing = site.deliverable()
    thing.show(by=cast.lena, contact=cast.clara)
    thing.accept(by=cast.lena, contact=cast.clara, how="call", words="好")
    deliver_all()
    return thing


def test_how_they_find_it_is_kept_and_it_stays_open(expected, cast, client):
    expected.ask_again(by=cast.omar, outcome=2, words="入口还是太多")
    client.force_login(cast.lena)
    assert "2 of 5. 入口还是太多" in client.get(f"/expectations/{expected.reference}/").content.decode()
    expected.refresh_from_db()
    assert (expected.outcome, expected.state) == (2, "confirmed")
    expected.ask_again(by=cast.omar, outcome=4)
    assert expected.outcome == 4


def test_it_refuses_a_reader_and_what_has_ended(expected, cast):
    with pytest.raises(Forbidden):
        expected.ask_again(by=cast.rita, outcome=4)
    expected.keep(by=cast.lena)
    with pytest.raises(WrongState):
        expected.ask_again(by=cast.lena, outcome=4)


def test_the_gap_is_weighed_by_importance_and_names_what_is_below(cast):
    def one(text, importance):
        return Expectation.objects.add(
            by=cast.lena, client=cast.qingchuan, contact=cast.clara, owner=cast.lena, text=text, importance=importance
        )

    below, above, unasked = one("首页一秒打开", 5), one("字号不小于 18", 1), one("有英文", 3)
    below.outcome, above.outcome = 2, 5
    found = gap_of([below, above, unasked])
    assert (found.count, found.unasked, found.below) == (2, 1, [below])
    assert found.mean == pytest.approx((-1 * 5 + 2 * 1) / 6)
    assert (found.words, found.is_met) == ("-0.5", False)
    assert gap_of([]) is None


def test_client_and_project_say_how_far_it_is_from_what_was_expected(expected, site, cast, client):
    client.force_login(cast.lena)
    pages = (f"/projects/{site.project.reference}/", f"/clients/{cast.qingchuan.reference}/")
    assert all("than they expected" not in client.get(page).content.decode() for page in pages)
    expected.ask_again(by=cast.lena, outcome=1)
    assert all("less than they expected" in client.get(page).content.decode() for page in pages)
    assert "-2" in client.get("/expectations/?columns=text,gap").content.decode()


def test_an_acceptance_makes_its_owner_ask_again_once(expected, site, cast):
    thing = accept(site, cast)
    [todo] = Todo.objects.filter(record_type=thing._meta.label_lower, record_id=thing.pk)
    assert (todo.owner, todo.client) == (cast.lena, cast.qingchuan)
    assert thing.title in todo.title


def test_where_nothing_is_expected_any_more_nobody_is_bothered(expected, site, cast):
    expected.keep(by=cast.lena)
    thing = accept(site, cast)
    assert not Todo.objects.filter(record_id=thing.pk, record_type=thing._meta.label_lower).exists()
