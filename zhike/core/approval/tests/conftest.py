"""A question that Lena may ask about her client, decided by whom a test says."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.cast import Cast
from zhike.core.approval.models import Approval
from zhike.core.approval.registry import QUESTIONS, Question
from zhike.core.approval.workflows import ask

Asks = Callable[..., Approval]
NAME = "tests.short_name"


def carry_out(approval: Approval, by: Any) -> None:
    from zhike.clients.models import Client

    Client.objects.get(pk=approval.record_id).amend_if(
        lambda *_: True, by=by, short_name=approval.proposed["short_name"]
    )


def declare(*people: Any, **options: Any) -> Question:
    options = {"approved": carry_out, "watches": ("short_name",), "labels": {"short_name": "short name"}} | options
    deciders = options.pop("deciders", lambda _record, _by: people)
    QUESTIONS[NAME] = Question(NAME, "Call {about} “{short_name}”", deciders, **options)
    return QUESTIONS[NAME]


@pytest.fixture
def asks(cast: Cast) -> Iterator[Asks]:
    """`asks(mona, ada, needed=2)`: Lena asks them for another short name; `by=` is somebody else who asks."""

    def go(*people: Any, by: Any = None, reason: str = "", **options: Any) -> Approval:
        declare(*people, **options)
        return ask(NAME, cast.qingchuan, by=by or cast.lena, proposed={"short_name": "晴川"}, reason=reason)

    yield go
    QUESTIONS.pop(NAME, None)
