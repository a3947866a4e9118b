"""An edit of what was asked about voids the answer; who asked may withdraw; the clock calls to mind and ends."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.cast import Cast
from zhike.core.access.models import User
from zhike.core.approval.jobs import expire_and_remind
from zhike.core.approval.models import Approval
from zhike.core.approval.tests.conftest import Asks
from zhike.core.lifecycle.errors import Forbidden, WrongState
from zhike.core.notify.models import Notification
from zhike.core.timeline.delivery import deliver_all


def state_of(approval: Approval) -> str:
    deliver_all()
    approval.refresh_from_db()
    return approval.state


def test_an_edit_of_what_was_asked_about_voids_it(asks: Asks, cast: Cast) -> None:
    approval = asks(cast.mona)
    cast.qingchuan.amend(by=cast.lena, tags=["VIP"])
    assert state_of(approval) == "waiting"
    cast.qingchuan.amend(by=cast.lena, short_name="晴川科技")
    assert state_of(approval) == "void"
    assert Notification.objects.filter(user=cast.lena, event__kind="approval.voided").exists()


def test_any_edit_does_where_nothing_is_watched(asks: Asks, cast: Cast) -> None:
    approval = asks(cast.mona, watches=())
    cast.qingchuan.amend(by=cast.lena, tags=["VIP"])
    assert state_of(approval) == "void"


def test_what_lasts_is_voided_after_it_was_approved(asks: Asks, cast: Cast) -> None:
    approval = asks(cast.mona, watches=("tags",), lasts=True)
    approval.approve(by=cast.mona)
    assert state_of(approval) == "approved"
    cast.qingchuan.amend(by=cast.lena, tags=["VIP"])
    assert state_of(approval) == "void"


def test_what_was_done_is_done(asks: Asks, cast: Cast) -> None:
    approval = asks(cast.mona)
    approval.approve(by=cast.mona)
    cast.qingchuan.amend(by=cast.lena, short_name="晴川科技")
    assert state_of(approval) == "approved"


def test_only_the_program_voids(asks: Asks, cast: Cast) -> None:
    with pytest.raises(Forbidden):
        asks(cast.mona).void(by=cast.ada)


def test_who_asked_may_withdraw_and_nobody_else(asks: Asks, cast: Cast) -> None:
    dropped = []
    approval = asks(cast.mona, dropped=lambda one, by: dropped.append((one, by)))
    with pytest.raises(Forbidden):
        approval.withdraw(by=cast.omar)
    approval.withdraw(by=cast.lena)
    assert (approval.state, dropped) == ("withdrawn", [(approval, cast.lena)])
    with pytest.raises(WrongState):
        approval.withdraw(by=cast.lena)


def test_it_is_called_to_mind_once_and_then_expires(asks: Asks, cast: Cast) -> None:
    approval = asks(cast.mona)
    deliver_all()
    assert expire_and_remind(timezone.now()) == 0
    assert expire_and_remind(approval.remind_at) == 1
    assert expire_and_remind(approval.remind_at + timedelta(minutes=10)) == 0
    deliver_all()
    assert Notification.objects.filter(user=cast.mona, event__kind="approval.reminded").count() == 1
    assert expire_and_remind(approval.expires_at) == 1
    assert state_of(approval) == "expired"
    with pytest.raises(WrongState):
        approval.approve(by=cast.mona)


def test_days_to_decide_are_working_days(asks: Asks, cast: Cast) -> None:
    approval = asks(cast.mona, days=10)
    assert approval.expires_at - approval.created_at > timedelta(days=10)
    assert User.objects.system()
