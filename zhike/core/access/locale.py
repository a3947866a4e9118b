"""Each person's language and time zone for the length of a request: chosen, else the browser's, else ours."""

from collections.abc import Callable
from zoneinfo import ZoneInfo, available_timezones

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone, translation

COOKIE = settings.LANGUAGE_COOKIE_NAME
ZONES = frozenset(available_timezones())


def speak_the_readers_language(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable:
    def middleware(request: HttpRequest) -> HttpResponse:
        translation.activate(language_of(request))
        timezone.activate(zone_of(request))
        request.LANGUAGE_CODE = translation.get_language()
        response = get_response(request)
        response.headers.setdefault("Content-Language", request.LANGUAGE_CODE)
        return response

    return middleware


def language_of(request: HttpRequest) -> str:
    chosen = getattr(request.user, "language", "") or request.COOKIES.get(COOKIE, "")
    return chosen if chosen in dict(settings.LANGUAGES) else translation.get_language_from_request(request)


def zone_of(request: HttpRequest) -> ZoneInfo:
    name = getattr(request.user, "time_zone", "")
    return ZoneInfo(name if name in ZONES else settings.TIME_ZONE)
