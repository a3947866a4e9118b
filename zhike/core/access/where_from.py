"""From where somebody of the staff acts, or knocks: kept with the events of the request."""

from collections.abc import Callable

from allauth.core.internal.httpkit import get_client_ip
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest, HttpResponse

from zhike.core.timeline.origin import coming_from

GATE = "/account/"


def know_where_from(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware, after that which knows the person. Of visitors through links nothing is kept here."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if not request.user.is_authenticated and not request.path_info.startswith(GATE):
            return get_response(request)
        with coming_from(address_of(request)):
            return get_response(request)

    return middleware


def address_of(request: HttpRequest) -> str:
    """The visitor's network address behind as many proxies as are trusted; empty when it is not known."""
    try:
        return str(get_client_ip(request) or "")
    except ImproperlyConfigured:  # fewer proxies than we trust
        return ""
