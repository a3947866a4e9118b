"""A request of the API in this process, with a token."""

import json
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from urllib.parse import urlencode

from django.core.handlers.wsgi import WSGIRequest
from django.core.signals import request_finished, request_started

from zhike.surfaces.api.straight import PLACE, answered


@dataclass(frozen=True)
class Said:
    """What the API answered: `body` is a record, a list, or a problem. `headers` are those of the answer."""

    status: int
    body: Any
    headers: dict[str, str]


@dataclass(frozen=True)
class Asker:
    """`authorization` and `language` are sent as the headers of these names, where they say something."""

    authorization: str
    language: str = ""

    def ask(
        self, method: str, place: str, words: dict[str, Any] | None = None, body: Any = None, match: str = ""
    ) -> Said:
        """`words` is the query, `match` the version for If-Match."""
        environ = self._environ(method, place, words or {}, body) | ({"HTTP_IF_MATCH": match} if match else {})
        request_started.send(sender=type(self), environ=environ)
        try:
            answer: Any = answered(WSGIRequest(environ))
            told = json.loads(answer.content) if answer.content else {}
            return Said(answer.status_code, told, dict(answer.headers))
        finally:
            request_finished.send(sender=type(self))

    def _environ(self, method: str, place: str, words: dict[str, Any], body: Any) -> dict[str, Any]:
        sent = b"" if body is None else json.dumps(body).encode()
        environ = {
            "REQUEST_METHOD": method, "PATH_INFO": PLACE + place, "QUERY_STRING": urlencode(words, doseq=True),
            "SCRIPT_NAME": "", "SERVER_NAME": "localhost", "SERVER_PORT": "80", "HTTP_HOST": "localhost",
            "wsgi.url_scheme": "http", "wsgi.input": BytesIO(sent), "CONTENT_LENGTH": str(len(sent)),
            "CONTENT_TYPE": "application/json", "HTTP_AUTHORIZATION": self.authorization,
        }  # fmt: skip
        return environ | ({"HTTP_ACCEPT_LANGUAGE": self.language} if self.language else {})
