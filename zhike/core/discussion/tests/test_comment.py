"""Saying something about a record."""

import pytest

from tests.cast import Cast
from zhike.core.discussion.forms import CommentForm
from zhike.core.discussion.models import Comment, Watch
from zhike.core.discussion.watching import watchers_of
from zhike.core.discussion.words import said_of
from zhike.core.discussion.workflows import comment
from zhike.core.lifecycle.errors import Forbidden
from zhike.core.timeline.models import Event


def test_it_stands_on_the_record_and_on_its_clients_timeline(cast: Cast) -> None:
    said, _mentions = comment(cast.clara, by=cast.omar, text="She **prefers** mail.")
    event = Event.objects.get(kind="discussion.commented")
    assert list(Comment.objects.of_record(cast.clara)) == [said]
    assert (event.client_id, event.fact("about")["text"]) == (cast.qingchuan.pk, "陈岚")


def test_author_and_those_mentioned_watch_from_now_on(cast: Cast) -> None:
    said, mentions = comment(cast.clara, by=cast.omar, text="@Lena @Mona, look")
    assert list(said.mentions.order_by("name")) == [cast.lena, cast.mona] == mentions.seeing
    assert set(watchers_of(cast.clara)) == {cast.omar, cast.lena, cast.mona}


def test_who_may_not_see_it_is_not_told_but_named_to_the_author(cast: Cast) -> None:
    said, mentions = comment(cast.qingchuan, by=cast.lena, text="@Ida should know")
    assert not said.mentions.exists()
    assert not Watch.objects.filter(user=cast.ida).exists()
    assert "Ida does not see" in said_of(mentions, cast.qingchuan)[0]
    assert said.first_event.fact("mentioned") == []


def test_it_refuses_a_reader(cast: Cast) -> None:
    with pytest.raises(Forbidden):
        comment(cast.qingchuan, by=cast.rita, text="Hm")


def test_it_refuses_who_does_not_see_the_record(cast: Cast) -> None:
    with pytest.raises(Forbidden):
        comment(cast.qingchuan, by=cast.ida, text="Hm")
    assert not Watch.objects.exists()


def test_the_form_refuses_nothing_said(cast: Cast) -> None:
    assert "nothing in it" in str(CommentForm({"text": "  "}, by=cast.lena).errors)


def test_only_those_who_see_the_client_see_its_comments(cast: Cast) -> None:
    comment(cast.qingchuan, by=cast.lena, text="Secret")
    assert Comment.objects.visible_to(cast.rita).exists()
    assert not Comment.objects.visible_to(cast.ida).exists()
