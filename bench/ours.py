"""A whole request, through every middleware, in this process: what the server's process does once it has read it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from time import perf_counter
from typing import Any

from django.core.wsgi import get_wsgi_application
from django.db import connection

from bench.ask import Ask, Person


@dataclass(frozen=True)
class Statement:
    """`inside` tells whether it ran in a transaction."""

    sql: str
    params: Any
    inside: bool


@dataclass
class Answer:
    status: int = 0
    ms: float = 0.0
    size: int = 0
    statements: list[Statement] = field(default_factory=list)


class Ours:
    def __init__(self, person: Person) -> None:
        self.person, self.application = person, get_wsgi_application()

    def ask(self, ask: Ask) -> Answer:
        """The answer with its time and its statements. ValueError when it is not the expected one."""
        environ, answer = self._environ(ask), Answer()

        def start(status: str, _headers: Any, _error: Any = None) -> None:
            answer.status = int(status.split()[0])

        with _heard(answer.statements):
            began = perf_counter()
            told = self.application(environ, start)
            answer.size = sum(len(part) for part in told)
            told.close()
            answer.ms = (perf_counter() - began) * 1_000
        if answer.status != ask.status:
            raise ValueError(f"{ask.method} {ask.path} answered {answer.status} instead of {ask.status}")
        return answer

    def _environ(self, ask: Ask) -> dict[str, Any]:
        path, _mark, query = ask.path.partition("?")
        body = self.person.body(ask)
        headers = {f"HTTP_{name.upper().replace('-', '_')}": value for name, value in self.person.headers(ask).items()}
        return headers | {
            "REQUEST_METHOD": ask.method, "PATH_INFO": path, "QUERY_STRING": query, "SCRIPT_NAME": "",
            "SERVER_NAME": "localhost", "SERVER_PORT": "80", "HTTP_HOST": "localhost", "REMOTE_ADDR": "127.0.0.1",
            "SERVER_PROTOCOL": "HTTP/1.1", "wsgi.url_scheme": "http", "wsgi.input": BytesIO(body),
            "CONTENT_LENGTH": str(len(body)), "CONTENT_TYPE": ask.content_type,
        }  # fmt: skip


@contextmanager
def _heard(statements: list[Statement]) -> Iterator[None]:
    def hear(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        inside = not connection.get_autocommit() or connection.in_atomic_block
        for one in params if many else [params]:
            statements.append(Statement(sql, one, inside))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(hear):
        yield
