"""Small things that every request asks and that change seldom, kept by each process for two seconds.

A process that takes a change forgets at once (see the middleware); the others follow within the two seconds. What
names its types of record is forgotten only when something was told of one of them.
"""

from collections.abc import Callable, Hashable
from contextvars import ContextVar
from time import monotonic
from typing import Any, Generic, TypeVar

from django.http import HttpRequest, HttpResponse

T = TypeVar("T")
R = TypeVar("R")
FRESH_SECONDS = 2.0
MOST = 1_000  # answers of one question
_all: list["Kept[Any]"] = []
_changed: ContextVar[set[str] | None] = ContextVar("changed", default=None)


class Kept(Generic[T]):
    """Calls like the function it wraps, whose arguments must be hashable.

    `of` are the types of record, such as `access.company`, from which alone the answer is made; () for any.
    """

    def __init__(self, ask: Callable[..., T], seconds: float = FRESH_SECONDS, of: tuple[str, ...] = ()) -> None:
        self.ask, self.seconds, self.of, self.__doc__ = ask, seconds, of, ask.__doc__
        self._known: dict[Hashable, tuple[float, T]] = {}
        _all.append(self)

    def __call__(self, *arguments: Hashable) -> T:
        known = self._known.get(arguments)
        if known is None or monotonic() - known[0] > self.seconds:
            if len(self._known) >= MOST:
                self._known.clear()
            known = self._known[arguments] = (monotonic(), self.ask(*arguments))
        return known[1]

    def forget(self) -> None:
        self._known.clear()


def kept_of(*types: str) -> Callable[[Callable[..., T]], Kept[T]]:
    """Decorates a function whose answer is made of records of these types alone."""
    return lambda ask: Kept(ask, of=types)


def changed(record_types: set[str]) -> None:
    """These were written in this request: told by the timeline with each event."""
    if (known := _changed.get()) is not None:
        known |= record_types


def forget_all() -> None:
    for one in _all:
        one.forget()


def answer_afresh(request: HttpRequest, answer: Callable[[HttpRequest], R]) -> R:
    """The answer to a request; if it changes something, what it may have changed is forgotten afterwards."""
    if request.method in ("GET", "HEAD"):
        return answer(request)
    token = _changed.set(set())
    try:
        return answer(request)
    finally:
        _forget_what_changed()
        _changed.reset(token)


def forget_after_changes(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: who changes something sees it in the next request."""
    return lambda request: answer_afresh(request, get_response)


def _forget_what_changed() -> None:
    types = _changed.get() or set()
    for one in _all:
        if not one.of or types.intersection(one.of):
            one.forget()
