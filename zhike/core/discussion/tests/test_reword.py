"""Saying it otherwise."""

import pytest

from tests.cast import Cast
from zhike.core.discussion.models import Comment
from zhike.core.discussion.watching import watchers_of
from zhike.core.discussion.workflows import comment, reword
from zhike.core.lifecycle.errors import Forbidden, StaleEdit
from zhike.core.timeline.models import Event


@pytest.fixture
def said(cast: Cast) -> Comment:
    return comment(cast.qingchuan, by=cast.lena, text="@Omar, cal them")[0]


def test_it_works_for_its_author_and_calls_those_newly_mentioned(said: Comment, cast: Cast) -> None:
    reword(said, cast.qingchuan, by=cast.lena, text="@Omar @Mona, call them")
    changed = Event.objects.get(kind="discussion.reworded").fact("changed")
    assert said.text == "@Omar @Mona, call them"
    assert [{one["text"] for one in people} for people in changed["mentions"]] == [{"Omar"}, {"Omar", "Mona"}]
    assert cast.mona in watchers_of(cast.qingchuan)


def test_it_tells_nothing_of_mentions_that_stay(said: Comment, cast: Cast) -> None:
    reword(said, cast.qingchuan, by=cast.lena, text="@Omar, call them")
    assert list(Event.objects.get(kind="discussion.reworded").fact("changed")) == ["text"]


def test_it_refuses_everybody_else(said: Comment, cast: Cast) -> None:
    for other in (cast.omar, cast.ada, cast.rita):
        with pytest.raises(Forbidden):
            reword(said, cast.qingchuan, by=other, text="I was wrong")


def test_it_refuses_a_stale_edit(said: Comment, cast: Cast) -> None:
    reword(said, cast.qingchuan, by=cast.lena, text="Call them", version=1)
    with pytest.raises(StaleEdit):
        reword(said, cast.qingchuan, by=cast.lena, text="Write to them", version=1)
