"""The page of notifications, and the bell."""

import pytest
from django.test import Client as Browser

from tests.cast import Cast
from zhike.core.discussion.watching import unwatch, watch
from zhike.core.discussion.workflows import comment
from zhike.core.notify.models import Notification
from zhike.core.notify.reading import mark_read, unread_count
from zhike.core.timeline.delivery import deliver_all


@pytest.fixture
def mention(cast: Cast) -> Notification:
    comment(cast.clara, by=cast.omar, text="@Mona, <look>")
    deliver_all()
    return Notification.objects.get(user=cast.mona)


def test_it_says_who_did_what_and_leads_there(client: Browser, cast: Cast, mention: Notification) -> None:
    client.force_login(cast.mona)
    page = client.get("/notifications/").text
    assert "<strong>Omar</strong> mentioned you in a comment on 陈岚" in page
    assert "@Mona, &lt;look&gt;" in page
    place = client.get(f"/notifications/{mention.pk}/").url
    assert place == f"/discussion/on/{cast.clara.reference}/#CM-{mention.event.record_id}"
    assert unread_count(cast.mona) == 0


def test_each_reads_only_their_own(client: Browser, cast: Cast, mention: Notification) -> None:
    client.force_login(cast.lena)
    assert client.get(f"/notifications/{mention.pk}/").status_code == 404
    assert client.post(f"/notifications/{mention.pk}/read/").status_code == 404
    assert mark_read(cast.lena, mention.pk) == 0
    assert unread_count(cast.mona) == 1


def test_one_and_all_are_marked_as_read(client: Browser, cast: Cast, mention: Notification) -> None:
    comment(cast.clara, by=cast.omar, text="@Mona, again")
    comment(cast.clara, by=cast.omar, text="@Mona, once more")
    deliver_all()
    client.force_login(cast.mona)
    client.post(f"/notifications/{mention.pk}/read/")
    assert unread_count(cast.mona) == 2
    assert "once more" in client.get("/notifications/?unread").text
    client.post("/notifications/read/")
    assert unread_count(cast.mona) == 0
    assert "Nothing new" in client.get("/notifications/?unread").text


def test_what_one_may_no_longer_see_is_not_named(client: Browser, cast: Cast) -> None:
    watch(cast.qingchuan, by=cast.lena, user=cast.ida)
    deliver_all()
    client.force_login(cast.ida)
    assert "asked you to watch 晴川医疗" in client.get("/notifications/").text
    unwatch(cast.qingchuan, by=cast.lena, user=cast.ida)
    page = client.get("/notifications/").text
    assert "晴川" not in page
    assert "may no longer see" in page


def test_it_asks_who_one_is(client: Browser) -> None:
    assert "login" in client.get("/notifications/").url


def test_its_queries_do_not_grow(client: Browser, cast: Cast, django_assert_max_num_queries: object) -> None:
    for number in range(12):
        comment(cast.clara, by=cast.omar, text=f"@Mona {number}")
    deliver_all()
    client.force_login(cast.mona)
    with django_assert_max_num_queries(14):
        client.get("/notifications/")
