"""Deciding for another, from a day until a day."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.cast import Cast
from zhike.core.approval.forms import DelegationForm
from zhike.core.approval.models import Approval, Delegation
from zhike.core.approval.tests.conftest import Asks
from zhike.core.lifecycle.errors import Forbidden
from zhike.core.notify.models import Notification
from zhike.core.timeline.delivery import deliver_all


def delegate(person: object, deputy: object, *, since: int = 0, until: int = 7) -> Delegation:
    today = timezone.localdate()
    days = {"since": today + timedelta(days=since), "until": today + timedelta(days=until)}
    return Delegation.objects.add(by=person, person=person, deputy=deputy, **days)


def test_the_deputy_decides_and_it_says_for_whom(asks: Asks, cast: Cast) -> None:
    delegate(cast.mona, cast.ida)
    approval = asks(cast.mona)
    assert list(Approval.objects.for_person(cast.ida)) == [approval]
    told = approval.approve(by=cast.ida)
    seat = approval.seats.get()
    assert (seat.person, seat.decided_by) == (cast.mona, cast.ida)
    assert (told.actor, told.on_behalf_of) == (cast.ida, cast.mona)


def test_the_deputy_is_told_too(asks: Asks, cast: Cast) -> None:
    delegate(cast.mona, cast.ida)
    asks(cast.mona)
    deliver_all()
    assert Notification.objects.filter(user=cast.ida, reason="decide").exists()


@pytest.mark.parametrize(("since", "until"), [(1, 5), (-5, -1)])
def test_it_holds_on_its_days_alone(asks: Asks, cast: Cast, since: int, until: int) -> None:
    delegate(cast.mona, cast.ida, since=since, until=until)
    approval = asks(cast.mona)
    assert not Approval.objects.for_person(cast.ida).exists()
    with pytest.raises(Forbidden):
        approval.approve(by=cast.ida)


def test_it_ends_when_put_away(asks: Asks, cast: Cast) -> None:
    delegate(cast.mona, cast.ida).archive(by=cast.mona)
    with pytest.raises(Forbidden):
        asks(cast.mona).approve(by=cast.ida)


def test_ones_own_request_does_not_come_back_by_it(asks: Asks, cast: Cast) -> None:
    delegate(cast.mona, cast.lena)
    approval = asks(cast.mona)
    assert not Approval.objects.for_person(cast.lena).exists()
    with pytest.raises(Forbidden):
        approval.approve(by=cast.lena)


def test_one_person_counts_once_however_many_they_act_for(asks: Asks, cast: Cast) -> None:
    delegate(cast.mona, cast.ida)
    approval = asks(cast.mona, cast.ida, needed=2)
    approval.approve(by=cast.ida)
    assert approval.seats.get(person=cast.ida).answer == "yes"
    with pytest.raises(Forbidden):
        approval.approve(by=cast.ida)
    assert approval.state == "waiting"


def test_who_delegated_may_still_decide(asks: Asks, cast: Cast) -> None:
    delegate(cast.mona, cast.ida)
    approval = asks(cast.mona)
    assert approval.approve(by=cast.mona).on_behalf_of is None


def test_nobody_gives_away_what_is_anothers(cast: Cast) -> None:
    today = timezone.localdate()
    said = {"person": cast.mona.pk, "deputy": cast.omar.pk, "since": today, "until": today}
    form = DelegationForm(said, by=cast.lena)
    assert form.is_valid(), form.errors
    assert form.save(by=cast.lena).person == cast.lena
    with pytest.raises(Forbidden):
        delegate(cast.mona, cast.ida).amend(by=cast.lena, note="mine")


def test_the_form_refuses_nonsense(cast: Cast) -> None:
    today = timezone.localdate()
    said = {"deputy": cast.lena.pk, "since": today, "until": today - timedelta(days=1)}
    assert set(DelegationForm(said, by=cast.lena).errors) == {"until", "deputy"}
