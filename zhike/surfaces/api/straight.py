"""Programs come straight in: what is for browsers (sessions, messages, secrets of forms, signing in) is not asked."""

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import resolve
from django.utils import translation

from zhike.core.base.kept import answer_afresh

Answer = Callable[[HttpRequest], HttpResponseBase]
PLACE = "/api/v1/"


def straight_to_the_api(get_response: Answer) -> Answer:
    """Middleware, before those of browsers and after those that every answer passes."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        return answered(request) if request.path_info.startswith(PLACE) else get_response(request)

    return middleware


def answered(request: HttpRequest) -> HttpResponseBase:
    """The API's answer, whichever way the request came."""
    request.resolver_match = found = resolve(request.path_info)
    response = answer_afresh(request, lambda _asked: found.func(request, *found.args, **found.kwargs))
    response.headers.setdefault("Content-Language", translation.get_language())
    return response
