"""Requests that take longer than ZHIKE_SLOW_MS are kept in a small ring, with the slowest question they asked."""

import re
from collections.abc import Callable
from time import perf_counter
from typing import Any

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse

from zhike.surfaces.operations.models import Slow

RING = 200
NUMBERS = re.compile(r"\d+")


class Watch:
    """Counts what one request asks the database: how often, how long, and the slowest, without its values."""

    def __init__(self) -> None:
        self.began, self.count, self.seconds = perf_counter(), 0, 0.0
        self.slowest: tuple[float, str] = (0.0, "")

    def __call__(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        began = perf_counter()
        try:
            return execute(sql, params, many, context)
        finally:
            took = perf_counter() - began
            self.count += 1
            self.seconds += took
            self.slowest = max(self.slowest, (took, str(sql)))

    @property
    def took_ms(self) -> int:
        return round((perf_counter() - self.began) * 1_000)


def keep_slow_requests(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware, around everything that a browser asks."""

    def middleware(request: HttpRequest) -> HttpResponse:
        watch = Watch()
        with connection.execute_wrapper(watch):
            response = get_response(request)
        if watch.took_ms >= settings.SLOW_MS:
            keep(request, watch)
        return response

    return middleware


def keep(request: HttpRequest, watch: Watch) -> None:
    """What cannot be written down must not spoil the answer."""
    place = request.resolver_match.route if request.resolver_match else NUMBERS.sub("…", request.path_info)
    try:
        kept = Slow.objects.create(
            method=(request.method or "")[:8],
            place=f"/{place.lstrip('/')}"[:120],
            took_ms=watch.took_ms,
            queries=watch.count,
            queries_ms=round(watch.seconds * 1_000),
            slowest_ms=round(watch.slowest[0] * 1_000),
            slowest=watch.slowest[1][:2_000],
        )
        Slow.objects.filter(pk__lte=kept.pk - RING).delete()
    except DatabaseError:
        return
