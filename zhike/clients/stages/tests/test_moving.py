"""The worker moves whoever meets a rule."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import OperationalError
from django.utils import timezone, translation
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from psycopg.errors import DeadlockDetected

from tests.cast import Cast, make_cast
from zhike.clients.models import Client
from zhike.clients.playbooks.lines import Line
from zhike.clients.playbooks.models import Playbook
from zhike.clients.stages.entering import enter
from zhike.clients.stages.models import Hold, Stage, Stay
from zhike.clients.stages.moving import move_on
from zhike.clients.stages.tests.conftest import Make
from zhike.clients.stages.workflows import HELD_FOR, move
from zhike.core.resources.reader import Reader
from zhike.core.timeline.models import Event
from zhike.core.timeline.sentences import say


def stage_of(client: Client) -> str:
    client.refresh_from_db()
    return str(client.stage or "")


def test_it_moves_who_meets_a_rule_and_says_by_which(cast: Cast, active: Stage) -> None:
    cast.qingchuan.amend(by=cast.lena, industry="Tea")
    assert move_on() == 1
    assert (stage_of(cast.qingchuan), stage_of(cast.tramlight)) == ("Active", "")
    told = Event.objects.get(kind="stage.met")
    assert (told.client_id, told.actor.is_system, told.fact("rule")) == (cast.qingchuan.pk, True, active.entry)
    assert Stay.objects.get().rule == active.entry


def test_the_history_names_the_stage_in_the_readers_language(cast: Cast, make: Make) -> None:
    make("Lost", name_zh="流失", entry={"field": "industry", "is": "Tea"})
    cast.qingchuan.amend(by=cast.lena, industry="Tea")
    move_on()
    told = Event.objects.get(kind="stage.met")
    for language, name in (("en", "“Lost”"), ("zh-hans", "“流失”")):
        with translation.override(language):
            assert name in say(told, Reader(cast.lena))


def test_it_moves_once_a_run_and_comes_to_rest(cast: Cast, active: Stage, at_risk: Stage) -> None:
    cast.qingchuan.amend(by=cast.lena, industry="Tea", tags=["quiet"])
    assert [move_on() for _run in range(4)] == [1, 1, 0, 0]
    assert stage_of(cast.qingchuan) == "At risk"  # both rules fit, and it is not sent back


def test_the_way_back_is_open_once_the_rule_has_been_false(cast: Cast, active: Stage, at_risk: Stage) -> None:
    cast.qingchuan.amend(by=cast.lena, industry="Tea", tags=["quiet"])
    move_on()
    move_on()
    cast.qingchuan.amend(by=cast.lena, industry="")
    assert move_on() == 0
    cast.qingchuan.amend(by=cast.lena, industry="Tea")
    assert move_on() == 1
    assert stage_of(cast.qingchuan) == "Active"


def test_the_first_in_order_wins(cast: Cast, make: Make) -> None:
    for name in ("One", "Two"):
        make(name, entry={"field": "name", "filled": True})
    move_on()
    assert stage_of(cast.qingchuan) == "One"


def test_an_exit_rule_keeps_it_in(cast: Cast, lead: Stage, active: Stage) -> None:
    lead.amend(by=cast.mona, exit={"field": "tax_number", "filled": True})
    move(cast.qingchuan, lead, by=cast.lena)
    cast.qingchuan.amend(by=cast.lena, industry="Tea")
    assert move_on() == 0
    cast.qingchuan.amend(by=cast.lena, tax_number="91330100MA27XL7H9X")
    assert move_on() == 1


def test_what_a_person_did_holds_until_the_rule_has_been_false(cast: Cast, lead: Stage, active: Stage) -> None:
    cast.qingchuan.amend(by=cast.lena, industry="Tea")
    move(cast.qingchuan, lead, by=cast.lena)
    assert move_on() == 0
    cast.qingchuan.amend(by=cast.lena, industry="")
    move_on()
    cast.qingchuan.amend(by=cast.lena, industry="Tea")
    assert move_on() == 1


def test_or_for_thirty_days(cast: Cast, lead: Stage, active: Stage) -> None:
    cast.qingchuan.amend(by=cast.lena, industry="Tea")
    move(cast.qingchuan, lead, by=cast.lena)
    assert move_on(now=timezone.now() + HELD_FOR - timedelta(days=1)) == 0
    assert move_on(now=timezone.now() + HELD_FOR) == 1


def test_it_leaves_archived_clients_and_unreadable_rules_alone(cast: Cast, active: Stage, make: Make) -> None:
    cast.qingchuan.amend(by=cast.lena, industry="Tea")
    cast.qingchuan.archive(by=cast.lena)
    make("Odd", entry={"field": "own_gone", "filled": True})
    assert move_on() == 0


def test_its_statements_do_not_grow_with_the_clients(
    cast: Cast, active: Stage, django_assert_max_num_queries: Any
) -> None:
    for n in range(40):
        Client.objects.add(by=cast.lena, name=f"Client {n}", industry="Tea", owner=cast.lena)
    with django_assert_max_num_queries(20):
        assert move_on() == 40


@pytest.mark.django_db(transaction=True)
def test_a_deadlock_with_another_job_costs_a_second_try_and_nothing_else(
    cast: Cast, active: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries: list[int] = []

    def enter_or_die(*said: Any) -> None:
        tries.append(1)
        if len(tries) == 1:
            raise OperationalError from DeadlockDetected()
        enter(*said)

    monkeypatch.setattr("zhike.clients.stages.moving.enter", enter_or_die)
    cast.qingchuan.amend(by=cast.lena, industry="Tea")
    assert move_on([cast.qingchuan.pk]) == 1 and len(tries) == 2
    assert stage_of(cast.qingchuan) == active.name


def test_a_loop_through_a_playbook_ends(cast: Cast, make: Make) -> None:
    """Coming in gives a to-do, which makes the other rule hold, and the other way round."""
    lines = [Line("Say welcome").kept]
    book = Playbook.objects.add(by=cast.mona, name="Welcome", keeper=cast.mona, lines=lines)
    one = make("One", entry={"field": "open_todos", "at_most": 0}, playbook=book)
    two = make("Two", entry={"field": "open_todos", "at_least": 1}, next_stages=[one])
    one.next_stages.set([two])
    moves = [move_on([cast.qingchuan.pk]) for _run in range(12)]
    assert 2 <= sum(moves) <= 4  # no stage takes a client in more than twice a day
    assert moves[4:] == [0] * 8


TAGS = ("a", "b", "c", "d")
tag_sets = st.sets(st.sampled_from(TAGS))
graphs = st.lists(st.sets(st.integers(0, 3)), min_size=4, max_size=4)


class TheMover(TestCase):
    """Four stages, each for who has its tag; any may be followed by any, as the graph says."""

    @settings(max_examples=25, deadline=None)
    @given(graphs, st.lists(tag_sets, min_size=1, max_size=5))
    def test_it_equals_a_reference_and_terminates(self, graph: list[set[int]], tagged: list[set[str]]) -> None:
        cast = make_cast()
        stages = [
            Stage.objects.add(by=cast.mona, name=tag, place=n, entry={"field": "tags", "any_of": [tag]})
            for n, tag in enumerate(TAGS)
        ]
        for stage, after in zip(stages, graph, strict=True):
            stage.next_stages.set([stages[n] for n in after])
        clients = [
            Client.objects.add(by=cast.lena, name=f"Client {n}", tags=sorted(tags)) for n, tags in enumerate(tagged)
        ]
        wanted = [reference(graph, tags) for tags in tagged]
        for _run in range(len(stages) + 1):
            left = move_on()
        assert left == 0
        ways = [
            list(client.stays.order_by("entered_at", "pk").values_list("stage__name", flat=True)) for client in clients
        ]
        assert ways == wanted
        assert all(len(way) == len(set(way)) for way in ways)


def reference(graph: list[set[int]], tags: set[str]) -> list[str]:
    """The way of one client, worked out by hand: the first allowed, fitting stage in which it has not been."""
    fitting = [n for n, tag in enumerate(TAGS) if tag in tags]
    way: list[int] = []
    while True:
        allowed = graph[way[-1]] if way else set(range(len(TAGS)))
        fresh = [n for n in fitting if n in allowed and n not in way]
        if not fresh:
            return [TAGS[n] for n in way]
        way.append(fresh[0])


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_move_each_client_once() -> None:
    from concurrent.futures import ThreadPoolExecutor

    from django.db import connection

    cast = make_cast()
    Stage.objects.add(by=cast.mona, name="Active", entry={"field": "industry", "filled": True})
    for n in range(30):
        Client.objects.add(by=cast.lena, name=f"Client {n}", industry="Tea")

    def work(_n: int) -> int:
        try:
            return move_on()
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        assert sum(pool.map(work, range(2))) == 30
    assert Stay.objects.count() == 30
    assert Hold.objects.count() == 0
