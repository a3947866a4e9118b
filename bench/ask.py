"""One request of a scenario, and who makes it."""

from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.utils.crypto import get_random_string

from zhike.core.access.models import Token, User


@dataclass(frozen=True)
class Ask:
    """`form` or `json` is posted; without either the path is got. `status` is what a good answer has."""

    path: str
    form: tuple[tuple[str, str], ...] = ()
    status: int = 200
    json: str = ""

    @property
    def method(self) -> str:
        return "POST" if self.form or self.json else "GET"

    @property
    def content_type(self) -> str:
        return "application/json" if self.json else "application/x-www-form-urlencoded"

    @property
    def by_program(self) -> bool:
        return self.path.startswith("/api/")


class Person:
    """Someone signed in, with the cookies of a browser; of the API they ask with a token of theirs."""

    def __init__(self, email: str) -> None:
        self.user = User.objects.get(email=email)

    @cached_property
    def secret(self) -> str:
        return get_random_string(32)

    @cached_property
    def cookies(self) -> str:
        session = SessionStore()
        session[SESSION_KEY] = str(self.user.pk)
        session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
        session[HASH_SESSION_KEY] = self.user.get_session_auth_hash()
        session.save()
        return f"{settings.SESSION_COOKIE_NAME}={session.session_key}; {settings.CSRF_COOKIE_NAME}={self.secret}"

    @cached_property
    def token(self) -> str:
        return str(Token.objects.issue(by=self.user, name="bench", scopes=["write"])[1])

    def headers(self, ask: Ask) -> dict[str, str]:
        if ask.by_program:
            return {"Authorization": f"Bearer {self.token}", "Accept-Encoding": "gzip", "User-Agent": "bench"}
        return {
            "Cookie": self.cookies,
            "Accept": "text/html,application/xhtml+xml",
            "Accept-Encoding": "gzip, deflate",
            "Accept-Language": "zh-CN,zh;q=0.9,en;q=0.8",
            "User-Agent": "bench",
        }

    def body(self, ask: Ask) -> bytes:
        if ask.json:
            return ask.json.encode()
        return urlencode([*ask.form, ("csrfmiddlewaretoken", self.secret)]).encode() if ask.form else b""
