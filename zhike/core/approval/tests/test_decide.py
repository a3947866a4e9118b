"""Approving and refusing."""

from functools import partial

import pytest

from tests.at_once import at_once
from tests.cast import Cast, make_cast
from zhike.clients.models import Client
from zhike.core.approval.errors import Changed, ReasonMissing
from zhike.core.approval.models import Approval
from zhike.core.approval.registry import QUESTIONS
from zhike.core.approval.tests.conftest import NAME, Asks, declare
from zhike.core.approval.workflows import ask
from zhike.core.lifecycle.errors import Forbidden, WrongState
from zhike.core.timeline.models import Event


def short_name() -> str:
    return Client.objects.get(short_name__startswith="晴川").short_name


def test_what_was_asked_is_done_at_once(asks: Asks, cast: Cast) -> None:
    approval = asks(cast.mona)
    told = approval.approve(by=cast.mona, reason="Fine")
    assert (approval.state, short_name()) == ("approved", "晴川")
    assert (told.kind, told.fact("ends"), told.fact("reason"), told.on_behalf_of) == (
        "approval.approved", True, "Fine", None,
    )  # fmt: skip


def test_it_refuses_a_stranger_and_who_asked(asks: Asks, cast: Cast) -> None:
    approval = asks(cast.mona)
    for person in (cast.ida, cast.lena, cast.omar, cast.rita):
        with pytest.raises(Forbidden):
            approval.approve(by=person)
    assert short_name() == "晴川医疗"


def test_a_refusal_ends_it_and_has_a_reason(asks: Asks, cast: Cast) -> None:
    approval = asks(cast.mona, cast.ada, needed=2)
    with pytest.raises(ReasonMissing):
        approval.refuse(by=cast.ada, reason="  ")
    approval.refuse(by=cast.ada, reason="Too short")
    assert (approval.state, short_name()) == ("refused", "晴川医疗")
    with pytest.raises(WrongState):
        approval.approve(by=cast.mona)


def test_two_of_three_are_enough(asks: Asks, cast: Cast) -> None:
    approval = asks(cast.mona, cast.ada, cast.ida, needed=2, one_no_ends=False)
    approval.refuse(by=cast.ida, reason="No")
    assert approval.state == "waiting"
    approval.approve(by=cast.mona)
    assert (approval.state, short_name()) == ("waiting", "晴川医疗")
    approval.approve(by=cast.ada)
    assert (approval.state, short_name()) == ("approved", "晴川")


def test_it_ends_when_so_many_can_no_longer_agree(asks: Asks, cast: Cast) -> None:
    approval = asks(cast.mona, cast.ada, cast.ida, needed=2, one_no_ends=False)
    approval.refuse(by=cast.ida, reason="No")
    approval.refuse(by=cast.mona, reason="No")
    assert approval.state == "refused"


def test_nobody_answers_twice(asks: Asks, cast: Cast) -> None:
    approval = asks(cast.mona, cast.ada, needed=2)
    approval.approve(by=cast.mona)
    with pytest.raises(Forbidden):
        approval.approve(by=cast.mona)
    assert not Approval.objects.for_person(cast.mona).exists()


def test_it_refuses_when_what_was_asked_about_has_changed(asks: Asks, cast: Cast) -> None:
    approval = asks(cast.mona)
    cast.qingchuan.amend(by=cast.lena, short_name="晴川科技")
    with pytest.raises(Changed):
        approval.approve(by=cast.mona)
    assert short_name() == "晴川科技"


def test_it_leaves_no_half_when_what_follows_fails(asks: Asks, cast: Cast) -> None:
    def fail(_approval: object, _by: object) -> None:
        raise RuntimeError

    approval = asks(cast.mona, approved=fail)
    with pytest.raises(RuntimeError):
        approval.approve(by=cast.mona)
    approval.refresh_from_db()
    assert (approval.state, approval.seats.get().answer) == ("waiting", "")
    assert not Event.objects.filter(kind="approval.approved").exists()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("needed", "expected"), [(1, ["Event", "WrongState"]), (2, ["Event", "Event"])])
def test_of_two_at_once_one_wins_or_both_count(needed: int, expected: list[str]) -> None:
    cast = make_cast()
    declare(cast.mona, cast.ada, needed=needed)
    approval = ask(NAME, cast.qingchuan, by=cast.lena, proposed={"short_name": "晴川"})
    mine, hers = (Approval.objects.get(pk=approval.pk) for _one in range(2))
    answers = at_once(partial(mine.approve, by=cast.mona), partial(hers.approve, by=cast.ada))
    QUESTIONS.pop(NAME)
    approval.refresh_from_db()
    assert sorted(type(one).__name__ for one in answers) == expected
    assert (approval.state, approval.seats.filter(answer="yes").count()) == ("approved", needed)
    assert Event.objects.filter(kind="record.edited", record_type="clients.client").count() == 1
