"""Asking: whom, about what, and what comes of it."""

import pytest

from tests.cast import Cast
from zhike.core.access.models import User
from zhike.core.approval.deciders import above, in_role, those_who
from zhike.core.approval.errors import AlreadyAsked, NobodyDecides
from zhike.core.approval.models import Approval
from zhike.core.approval.tests.conftest import Asks
from zhike.core.lifecycle.errors import Forbidden
from zhike.core.lifecycle.policies import may_administer
from zhike.core.notify.models import Notification
from zhike.core.timeline.delivery import deliver_all
from zhike.core.timeline.models import Event


def seated(approval: Approval) -> list[str]:
    return [seat.person.name for seat in approval.seats.order_by("pk")]


def test_it_stands_on_the_clients_timeline_and_waits(asks: Asks, cast: Cast) -> None:
    approval = asks(cast.mona, reason="Everyone says so")
    told = Event.objects.get(kind="approval.asked")
    assert (told.client, told.actor, told.fact("name")) == (cast.qingchuan, cast.lena, "Call 晴川医疗 “晴川”")
    assert (approval.state, approval.was) == ("waiting", {"short_name": "晴川医疗"})
    assert list(Approval.objects.for_person(cast.mona)) == [approval]
    assert not Approval.objects.for_person(cast.lena).exists()


def test_those_who_may_decide_are_told_and_so_is_who_asked(asks: Asks, cast: Cast) -> None:
    approval = asks(cast.mona, cast.ada)
    deliver_all()
    told = Notification.objects.filter(reason="decide").values_list("user__name", flat=True)
    assert sorted(told) == ["Ada", "Mona"]
    approval.refuse(by=cast.mona, reason="Too short")
    deliver_all()
    (back,) = Notification.objects.filter(reason="asked")
    assert (back.user, back.event.kind) == (cast.lena, "approval.refused")


def test_a_role_or_a_predicate_may_decide(asks: Asks, cast: Cast) -> None:
    assert seated(asks(deciders=in_role("manager", "admin"))) == ["Ada", "Mona"]
    Approval.objects.get().withdraw(by=cast.lena)
    assert seated(asks(deciders=those_who(may_administer))) == ["Ada"]


def test_above_are_the_managers_over_managers(cast: Cast) -> None:
    cast.mona.amend(by=cast.ada, manager=cast.ada)
    assert above(User.objects.get(pk=cast.lena.pk)) == [cast.mona, cast.ada]


def test_nobody_is_asked_about_their_own_request(asks: Asks, cast: Cast) -> None:
    approval = asks(cast.lena, cast.mona)
    assert seated(approval) == ["Mona"]
    with pytest.raises(Forbidden):
        approval.approve(by=cast.lena)


def test_an_administrator_decides_where_nobody_else_may(asks: Asks, cast: Cast) -> None:
    assert seated(asks(cast.lena)) == ["Ada"]


def test_who_asks_decides_when_nobody_else_may_and_it_says_so(asks: Asks, cast: Cast) -> None:
    approval = asks(cast.ada, by=cast.ada)
    assert approval.alone
    approval.approve(by=cast.ada)
    assert approval.state == "approved"


def test_readers_and_those_who_left_decide_nothing(asks: Asks, cast: Cast) -> None:
    cast.mona.archive(by=cast.ada)
    assert seated(asks(cast.rita, cast.mona, cast.ida)) == ["Ida"]


def test_it_refuses_when_nobody_at_all_may(asks: Asks, cast: Cast) -> None:
    User.objects.filter(pk=cast.ada.pk).update(is_active=False)
    with pytest.raises(NobodyDecides):
        asks(cast.rita)


def test_it_refuses_a_reader(asks: Asks, cast: Cast) -> None:
    with pytest.raises(Forbidden):
        asks(cast.mona, by=cast.rita)


def test_the_same_is_asked_once_at_a_time(asks: Asks, cast: Cast) -> None:
    first = asks(cast.mona)
    with pytest.raises(AlreadyAsked, match=first.reference):
        asks(cast.mona)
    first.withdraw(by=cast.lena)
    assert asks(cast.mona).state == "waiting"


def test_who_decides_sees_it_without_seeing_the_client(asks: Asks, cast: Cast) -> None:
    approval = asks(cast.ida)
    assert list(Approval.objects.visible_to(cast.ida)) == [approval]
    assert list(Approval.objects.visible_to(cast.omar)) == [approval]
    other = User.objects.add(by=cast.ada, name="Sol", email="sol@zhike.example")
    assert not Approval.objects.visible_to(other).exists()


def test_it_asks_about_the_record_as_it_stands_and_not_as_it_is_held(asks: Asks, cast: Cast) -> None:
    held = type(cast.qingchuan).objects.get(pk=cast.qingchuan.pk)
    held.amend(by=cast.lena, short_name="晴川科技")
    approval = asks(cast.mona)
    assert approval.was == {"short_name": "晴川科技"}
    assert approval.still_stands()
