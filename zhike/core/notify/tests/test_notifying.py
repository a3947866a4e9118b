"""Whom an event concerns, and whom it does not."""

import pytest

from tests.cast import Cast
from zhike.core.discussion.watching import unwatch, watch
from zhike.core.discussion.workflows import comment, reword
from zhike.core.notify.models import Notification, Reason
from zhike.core.notify.reactions import notify_those_concerned
from zhike.core.timeline.delivery import deliver_all
from zhike.core.timeline.models import Event
from zhike.core.todos.workflows import add_todo


@pytest.fixture(autouse=True)
def _all_quiet(cast: Cast) -> None:
    deliver_all()
    Notification.objects.all().delete()


def told() -> set[tuple[str, str]]:
    deliver_all()
    return {(one.user.name.split()[0], one.reason) for one in Notification.objects.select_related("user")}


def test_a_mention_and_the_owner_of_the_client(cast: Cast) -> None:
    comment(cast.clara, by=cast.omar, text="@Mona, look")
    assert told() == {("Mona", Reason.MENTIONED), ("Lena", Reason.OWNED)}


def test_the_strongest_reason_is_kept_once(cast: Cast) -> None:
    watch(cast.qingchuan, by=cast.lena)
    comment(cast.qingchuan, by=cast.omar, text="@Lena, look")
    assert told() == {("Lena", Reason.MENTIONED)}


def test_who_may_not_see_it_hears_nothing(cast: Cast) -> None:
    comment(cast.qingchuan, by=cast.omar, text="@Ida, look")
    assert told() == {("Lena", Reason.OWNED)}


def test_who_may_no_longer_see_it_when_it_is_delivered_hears_nothing(cast: Cast) -> None:
    watch(cast.qingchuan, by=cast.lena, user=cast.ida)
    comment(cast.qingchuan, by=cast.omar, text="@Ida, look")
    unwatch(cast.qingchuan, by=cast.lena, user=cast.ida)
    assert "Ida" not in {name for name, _reason in told()}


def test_nobody_hears_of_their_own_deeds(cast: Cast) -> None:
    watch(cast.qingchuan, by=cast.lena)
    comment(cast.qingchuan, by=cast.lena, text="@Lena, remember")
    add_todo(cast.qingchuan, by=cast.lena, title="Remember").complete(by=cast.lena)
    assert told() == set()


def test_watchers_hear_of_what_follows(cast: Cast) -> None:
    comment(cast.clara, by=cast.omar, text="First")
    deliver_all()
    Notification.objects.all().delete()
    comment(cast.clara, by=cast.lena, text="Second")
    assert told() == {("Omar", Reason.WATCHED)}


def test_only_new_mentions_of_a_reworded_comment(cast: Cast) -> None:
    said, _mentions = comment(cast.clara, by=cast.lena, text="@Omar")
    deliver_all()
    Notification.objects.all().delete()
    reword(said, cast.clara, by=cast.lena, text="@Omar @Mona")
    assert told() == {("Mona", Reason.MENTIONED)}


def test_a_new_owner_and_deputy(cast: Cast) -> None:
    cast.qingchuan.amend(by=cast.lena, owner=cast.omar, deputy=cast.mona)
    assert told() == {("Omar", Reason.OWNER), ("Mona", Reason.DEPUTY)}


def test_a_client_added_for_somebody(cast: Cast) -> None:
    type(cast.qingchuan).objects.add(by=cast.mona, name="New", owner=cast.lena)
    assert told() == {("Lena", Reason.OWNER)}


def test_a_todo_given_and_given_on(cast: Cast) -> None:
    todo = add_todo(cast.qingchuan, by=cast.lena, title="Call", owner=cast.omar)
    assert told() == {("Omar", Reason.GIVEN)}
    todo.amend(by=cast.omar, owner=cast.mona)
    assert told() == {("Omar", Reason.GIVEN), ("Mona", Reason.GIVEN)}


def test_steps_on_what_one_owns_or_watches(cast: Cast) -> None:
    todo = add_todo(cast.qingchuan, by=cast.lena, title="Call")
    watch(todo, by=cast.mona)
    todo.complete(by=cast.omar)
    assert told() == {("Lena", Reason.OWNED), ("Mona", Reason.WATCHED)}


def test_being_asked_to_watch(cast: Cast) -> None:
    watch(cast.qingchuan, by=cast.lena, user=cast.ida)
    assert told() == {("Ida", Reason.INVITED)}


def test_delivered_twice_it_is_told_once(cast: Cast) -> None:
    comment(cast.clara, by=cast.omar, text="@Mona, look")
    deliver_all()
    notify_those_concerned.run(list(Event.objects.all()))
    assert Notification.objects.filter(user=cast.mona).count() == 1


def test_its_queries_do_not_grow_with_the_events(cast: Cast, django_assert_max_num_queries: object) -> None:
    for number in range(12):
        comment(cast.clara, by=cast.omar, text=f"@Mona {number}")
    with django_assert_max_num_queries(25):
        notify_those_concerned.run(list(Event.objects.all()))
    assert Notification.objects.count() == 24
