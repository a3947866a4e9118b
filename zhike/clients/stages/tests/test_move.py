"""A person moves a client to a stage."""

import pytest

from tests.cast import Cast
from zhike.clients.playbooks.lines import Line
from zhike.clients.playbooks.models import Playbook
from zhike.clients.stages.errors import AlreadyThere, MoveRefused, ReasonMissing
from zhike.clients.stages.models import Stage, Stay
from zhike.clients.stages.workflows import move
from zhike.core.lifecycle.errors import Forbidden, WrongState
from zhike.core.timeline.models import Event
from zhike.core.todos.models import Todo


def test_it_notes_where_from_why_and_for_how_long(cast: Cast, lead: Stage, active: Stage) -> None:
    client = cast.qingchuan
    client.amend(by=cast.lena, industry="医疗")
    move(client, lead, by=cast.lena)
    told = move(client, active, by=cast.omar, why="The contract is signed")
    client.refresh_from_db()
    assert (client.stage, client.stage_since) == (active, Stay.objects.get(left_at=None).entered_at)
    assert (told.kind, told.actor, told.client_id) == ("stage.entered", cast.omar, client.pk)
    assert (told.fact("from")["text"], told.fact("why"), told.fact("days")) == ("Lead", "The contract is signed", 0)
    assert list(Stay.objects.order_by("entered_at").values_list("stage__name", flat=True)) == ["Lead", "Active"]


def test_the_clients_version_stays_so_that_nobodys_edit_grows_stale(cast: Cast, lead: Stage) -> None:
    version = cast.qingchuan.version
    move(cast.qingchuan, lead, by=cast.lena)
    cast.qingchuan.amend(by=cast.omar, version=version, about="…")


def test_it_refuses_what_may_not_follow_and_says_what_may(cast: Cast, lead: Stage, at_risk: Stage) -> None:
    cast.qingchuan.amend(by=cast.lena, tags=["quiet"])
    move(cast.qingchuan, lead, by=cast.lena)
    with pytest.raises(MoveRefused, match="“Lead” may be followed by Active, not by “At risk”"):
        move(cast.qingchuan, at_risk, by=cast.lena)
    assert Stay.objects.get().stage == lead


def test_it_refuses_an_entry_rule_that_fails_and_names_the_condition(cast: Cast, active: Stage) -> None:
    active.amend(by=cast.mona, entry={"all": [{"field": "name", "filled": True}, {"field": "industry", "is": "Tea"}]})
    with pytest.raises(MoveRefused) as refused:
        move(cast.qingchuan, active, by=cast.lena)
    assert refused.value.reasons == ["To enter “Active” it must hold: Industry is “Tea”."]


def test_it_refuses_an_exit_rule_that_fails(cast: Cast, lead: Stage, active: Stage) -> None:
    cast.qingchuan.amend(by=cast.lena, industry="Tea")
    lead.amend(by=cast.mona, exit={"field": "tax_number", "filled": True})
    move(cast.qingchuan, lead, by=cast.lena)
    with pytest.raises(MoveRefused, match="To leave “Lead” it must hold: Tax number has a value"):
        move(cast.qingchuan, active, by=cast.lena)


def test_it_says_so_in_the_readers_language(cast: Cast, active: Stage) -> None:
    from django.utils import translation

    with translation.override("zh-hans"), pytest.raises(MoveRefused, match="要进入“Active”"):
        move(cast.qingchuan, active, by=cast.lena)


def test_a_manager_overrides_with_a_reason(cast: Cast, active: Stage) -> None:
    with pytest.raises(ReasonMissing):
        move(cast.qingchuan, active, by=cast.mona, override=True)
    told = move(cast.qingchuan, active, by=cast.mona, override=True, why="The board wishes it")
    assert told.fact("overrode") is True
    assert Stay.objects.get().overrode


def test_others_may_not_override(cast: Cast, active: Stage) -> None:
    with pytest.raises(Forbidden):
        move(cast.qingchuan, active, by=cast.lena, override=True, why="I wish it")
    assert not Stay.objects.exists()


def test_it_refuses_a_reader(cast: Cast, lead: Stage) -> None:
    with pytest.raises(Forbidden):
        move(cast.qingchuan, lead, by=cast.rita)


def test_it_refuses_where_it_stands_and_what_is_put_away(cast: Cast, lead: Stage) -> None:
    move(cast.qingchuan, lead, by=cast.lena)
    with pytest.raises(AlreadyThere):
        move(cast.qingchuan, lead, by=cast.lena)
    cast.tramlight.archive(by=cast.ida)
    with pytest.raises(WrongState):
        move(cast.tramlight, lead, by=cast.ida)


def book(cast: Cast, **more: object) -> Playbook:
    lines = [Line("Say welcome").kept]
    made: Playbook = Playbook.objects.add(by=cast.mona, name="Welcome", keeper=cast.mona, lines=lines, **more)
    return made


def test_entering_starts_the_playbook_and_leaving_withdraws_what_is_open(
    cast: Cast, lead: Stage, active: Stage
) -> None:
    cast.qingchuan.amend(by=cast.lena, industry="Tea")
    lead.amend(by=cast.mona, playbook=book(cast))
    move(cast.qingchuan, lead, by=cast.lena)
    assert Todo.objects.open().get().owner == cast.lena
    move(cast.qingchuan, active, by=cast.lena)
    assert not Todo.objects.open().exists()
    assert Event.objects.filter(kind="playbook.stopped").count() == 1


def test_a_playbook_may_say_that_they_stay(cast: Cast, lead: Stage, active: Stage) -> None:
    cast.qingchuan.amend(by=cast.lena, industry="Tea")
    lead.amend(by=cast.mona, playbook=book(cast, withdraws=False))
    move(cast.qingchuan, lead, by=cast.lena)
    move(cast.qingchuan, active, by=cast.lena)
    assert Todo.objects.open().count() == 1
