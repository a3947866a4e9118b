"""Who asks: one statement finds the token and its person, and counts the request."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone, translation
from django.utils.translation import gettext

from zhike.core.access.events import TOKEN_USED
from zhike.core.access.models import Token, User
from zhike.core.access.models.token import digest_of
from zhike.core.access.where_from import address_of
from zhike.core.timeline.origin import coming_from
from zhike.core.timeline.tell import tell
from zhike.surfaces.api.problems import Problem

MINUTE = 60  # seconds
REST = timedelta(hours=20)
FIND_AND_COUNT = """
    with token as (
        select id, user_id, scopes, expires_at from access_token where digest = %s and archived_at is null
    ), counted as (
        insert into api_window as w (token_id, minute, asked) select id, date_trunc('minute', now()), 1 from token
        on conflict (token_id) do update set minute = excluded.minute,
            asked = case when w.minute = excluded.minute then w.asked + 1 else 1 end
        returning asked
    )
    select u.*, token.id as token_id, token.scopes as token_scopes, token.expires_at as token_expires, counted.asked
    from token join access_user u on u.id = token.user_id cross join counted
"""


@dataclass(frozen=True)
class Caller:
    """`asked` counts the token's requests in this minute, this one too; `user.token_expires` is the token's end."""

    user: Any
    token_id: int
    scopes: frozenset[str]
    asked: int

    def may(self, verb: str, resource: str = "") -> bool:
        """Whether the token goes so far: `verb` is read or write. Who may write may read."""
        verbs = {"read", "write"} if verb == "read" else {"write"}
        return bool(self.scopes & {name for one in verbs for name in (one, f"{resource}:{one}")})


def caller_of(request: HttpRequest) -> Caller:
    """Raises Problem: no token, one that is unknown, revoked or expired, or one that asks too often."""
    kind, _blank, secret = request.headers.get("Authorization", "").partition(" ")
    if kind.lower() != "bearer" or not secret.strip():
        raise _no_token(gettext("Send it in the header “Authorization: Bearer …”."))
    found: Any = next(iter(User.objects.raw(FIND_AND_COUNT, [digest_of(secret.strip())])), None)
    if found is None or not found.is_active:
        raise _no_token(gettext("This token is not known, or was revoked."), "invalid_token")
    if found.token_expires and found.token_expires <= timezone.now():
        raise _no_token(gettext("This token has expired. Make a new one."), "invalid_token")
    if found.asked == 1:
        _note_use(found.token_id, found, address_of(request))
    caller = Caller(found, found.token_id, frozenset(found.token_scopes), found.asked)
    if settings.RATE_LIMITS and caller.asked > settings.API_LIMIT:
        raise Problem("too-many", gettext("Wait for the next minute."), headers=limits(caller) | _later())
    return caller


def _note_use(token_id: int, person: Any, address: str) -> None:
    """The last use, once a minute; after a day of rest also an event, so that one sees on which days it was at work."""
    now = timezone.now()
    token = Token.objects.filter(pk=token_id)
    rested = token.exclude(last_used_at__gte=now - REST).first()
    token.update(last_used_at=now)
    if rested:
        with transaction.atomic(), coming_from(f"TK-{token_id} {address}".strip()):
            tell(TOKEN_USED, rested, by=person, facts={"name": rested.name})


def limits(caller: Caller) -> dict[str, str]:
    """The headers that tell how much is left, as the IETF's draft on rate limit headers has them."""
    if not settings.RATE_LIMITS:
        return {}
    left = max(settings.API_LIMIT - caller.asked, 0)
    return {
        "RateLimit-Policy": f'"minute";q={settings.API_LIMIT};w={MINUTE}',
        "RateLimit": f'"minute";r={left};t={_seconds_left()}',
    }


def speak(request: HttpRequest, user: Any) -> None:
    """The asked language counts, then the person's; the person's time zone."""
    asked = request.headers.get("Accept-Language", "")
    chosen = translation.get_language_from_request(request) if asked else getattr(user, "language", "")
    translation.activate(chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE)


def _no_token(detail: str, error: str = "") -> Problem:
    said = f'Bearer realm="zhike", error="{error}"' if error else 'Bearer realm="zhike"'
    return Problem("no-token", detail, headers={"WWW-Authenticate": said})


def _later() -> dict[str, str]:
    return {"Retry-After": str(_seconds_left())}


def _seconds_left(now: datetime | None = None) -> int:
    return MINUTE - (now or timezone.now()).second
