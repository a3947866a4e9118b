"""Watching."""

import pytest

from tests.cast import Cast
from zhike.core.discussion.watching import unwatch, watch, watchers_of
from zhike.core.lifecycle.errors import Forbidden
from zhike.core.timeline.models import Event


def test_whoever_sees_it_may_watch_it_a_reader_too(cast: Cast) -> None:
    event = watch(cast.qingchuan, by=cast.rita)
    assert (event.kind, event.client_id) == ("discussion.watched", cast.qingchuan.pk)
    assert watchers_of(cast.qingchuan) == [cast.rita]


def test_twice_is_once(cast: Cast) -> None:
    watch(cast.qingchuan, by=cast.rita)
    assert watch(cast.qingchuan, by=cast.rita) is None
    assert Event.objects.filter(kind="discussion.watched").count() == 1


def test_who_works_with_the_client_lets_a_colleague_see_it(cast: Cast) -> None:
    assert not _sees(cast.ida, cast)
    assert watch(cast.qingchuan, by=cast.omar, user=cast.ida).kind == "discussion.invited"
    assert _sees(cast.ida, cast)
    assert unwatch(cast.qingchuan, by=cast.lena, user=cast.ida).fact("who")["text"] == "Ida"
    assert not _sees(cast.ida, cast)


def test_nobody_lets_themselves_in(cast: Cast) -> None:
    for whom in (cast.ida, cast.rita):
        with pytest.raises(Forbidden):
            watch(cast.qingchuan, by=cast.ida, user=whom)
    assert watchers_of(cast.qingchuan) == []


def test_a_reader_lets_nobody_in_and_turns_nobody_out(cast: Cast) -> None:
    watch(cast.qingchuan, by=cast.lena)
    for verb, whom in ((watch, cast.ida), (unwatch, cast.lena)):
        with pytest.raises(Forbidden):
            verb(cast.qingchuan, by=cast.rita, user=whom)


def test_who_was_let_in_may_leave(cast: Cast) -> None:
    watch(cast.qingchuan, by=cast.omar, user=cast.ida)
    assert unwatch(cast.qingchuan, by=cast.ida).kind == "discussion.unwatched"
    assert unwatch(cast.qingchuan, by=cast.ida) is None


def test_nobody_who_left_the_company_is_let_in(cast: Cast) -> None:
    cast.ida.is_active = False
    with pytest.raises(Forbidden):
        watch(cast.qingchuan, by=cast.lena, user=cast.ida)


def _sees(user: object, cast: Cast) -> bool:
    return type(cast.qingchuan).objects.visible_to(user).filter(pk=cast.qingchuan.pk).exists()
