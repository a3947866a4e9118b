"""Small things that every request asks and that change seldom, kept by each process for two seconds.

A process that takes a change forgets at once (see the middleware); the others follow within the two seconds.
"""

from collections.abc import Callable, Hashable
from time import monotonic
from typing import Any, Generic, TypeVar

from django.http import HttpRequest, HttpResponse

T = TypeVar("T")
FRESH_SECONDS = 2.0
MOST = 1_000  # answers of one question
_all: list["Kept[Any]"] = []


class Kept(Generic[T]):
    """Calls like the function it wraps, whose arguments must be hashable."""

    def __init__(self, ask: Callable[..., T], seconds: float = FRESH_SECONDS) -> None:
        self.ask, self.seconds, self.__doc__ = ask, seconds, ask.__doc__
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


def forget_all() -> None:
    for one in _all:
        one.forget()


def forget_after_changes(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: who changes something sees it in the next request."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.method not in ("GET", "HEAD"):
            forget_all()
        return response

    return middleware
