"""What links are for."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.utils.functional import Promise

from zhike.core.lifecycle.policies import may_work
from zhike.core.lifecycle.verbs import May

Answer = Callable[[HttpRequest, Any, Any], HttpResponseBase]


@dataclass(frozen=True)
class Purpose:
    """`answer(request, link, record)` shows the page on GET and does the one thing on POST, through `link.use`.

    `days` is how long a link lives and `most` how often it is used, where its maker says nothing (None: as often as
    wanted). `polled`: programs ask again and again, so one visit a day is noted. `asks_who`: from another device,
    who comes says who they are. `action` stands on the button that makes one.
    """

    name: str
    record_type: str
    label: str | Promise
    action: str | Promise
    answer: Answer
    days: int
    most: int | None
    asks_who: bool
    may: May
    polled: bool = False


PURPOSES: dict[str, Purpose] = {}


def purpose(
    name: str, record_type: str, *, label: str | Promise, action: str | Promise, days: int = 14,
    most: int | None = None, asks_who: bool = False, may: May = may_work, polled: bool = False,
) -> Callable[[Answer], Answer]:  # fmt: skip
    """Make the function the answer of a purpose."""

    def declare(answer: Answer) -> Answer:
        if name in PURPOSES:
            raise ValueError(f"the purpose {name!r} is declared twice")
        PURPOSES[name] = Purpose(name, record_type, label, action, answer, days, most, asks_who, may, polled)
        return answer

    return declare


def purposes_of(record_type: str) -> list[Purpose]:
    return [one for one in PURPOSES.values() if one.record_type == record_type]
