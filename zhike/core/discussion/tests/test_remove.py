"""Removing a comment, and bringing it back."""

import pytest

from tests.cast import Cast
from zhike.core.discussion.models import Comment
from zhike.core.discussion.workflows import comment
from zhike.core.lifecycle.errors import Forbidden, WrongState


@pytest.fixture
def said(cast: Cast) -> Comment:
    return comment(cast.qingchuan, by=cast.lena, text="Oops")[0]


def test_it_works_for_its_author_and_an_administrator(said: Comment, cast: Cast) -> None:
    said.archive(by=cast.lena)
    assert not Comment.objects.of_record(cast.qingchuan).standing().exists()
    said.restore(by=cast.ada)
    assert Comment.objects.of_record(cast.qingchuan).standing().get() == said


def test_it_refuses_everybody_else(said: Comment, cast: Cast) -> None:
    for other in (cast.omar, cast.mona, cast.rita):
        with pytest.raises(Forbidden):
            said.archive(by=other)


def test_it_refuses_what_is_removed_or_stands(said: Comment, cast: Cast) -> None:
    with pytest.raises(WrongState):
        said.restore(by=cast.lena)
    said.archive(by=cast.lena)
    with pytest.raises(WrongState):
        said.archive(by=cast.lena)
