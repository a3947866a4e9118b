"""Where a person is signed in: seen, and ended, on every device."""

from collections.abc import Callable
from time import time

from allauth.usersessions.models import UserSession
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from zhike.core.access.where_from import address_of

SEEN, EVERY = "seen", 300  # in the session; seconds


def end_sessions(person_id: int) -> int:
    """How many were ended. Reads every session that has not run out: for rare acts only."""
    standing = Session.objects.filter(expire_date__gt=timezone.now())
    theirs = [one.pk for one in standing.iterator() if one.get_decoded().get(SESSION_KEY) == str(person_id)]
    UserSession.objects.filter(user=person_id).delete()
    return Session.objects.filter(pk__in=theirs).delete()[0]


def sessions_of(request: HttpRequest) -> list[UserSession]:
    """Those that still open something, the present one first, then as they were last used."""
    standing = UserSession.objects.purge_and_list(request.user)
    return sorted(standing, key=lambda one: (one.is_current(), one.last_seen_at), reverse=True)


def end_others(request: HttpRequest, number: int | None = None) -> int:
    """One of the person's other sessions, or all of them; how many were ended."""
    others = UserSession.objects.filter(user=request.user).exclude(session_key=request.session.session_key)
    ended = list(others.filter(pk=number) if number else others)
    for one in ended:
        one.end()
    return len(ended)


def note_when_seen(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: the last use and its address, at most every five minutes of each session."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated and time() - request.session.get(SEEN, time()) > EVERY:
            request.session[SEEN] = time()
            theirs = UserSession.objects.filter(session_key=request.session.session_key)
            theirs.update(last_seen_at=timezone.now(), ip=address_of(request) or "0.0.0.0")
        return get_response(request)

    return middleware
