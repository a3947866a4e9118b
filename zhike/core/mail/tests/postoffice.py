"""A mail server of our own for tests: it takes letters, and refuses what its addresses tell it to.

`gone@…` is refused for good at RCPT, `later@…` for now, `spam@…` after its content, `drop@…` has the line cut there.
"""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword

from zhike.core.mail.server import Server

USER, PASSWORD = "zhike", "a-sealed-word"


@dataclass
class PostOffice:
    """`taken` are the letters it took, `refusing` lets it refuse everything for now."""

    taken: list[EmailMessage] = field(default_factory=list)
    connections: int = 0
    refusing: bool = False

    async def handle_EHLO(self, _server: Any, session: Any, _envelope: Any, hostname: str, answers: list[str]) -> Any:
        self.connections += 1
        session.host_name = hostname
        return answers

    async def handle_RCPT(self, _server: Any, _session: Any, envelope: Any, address: str, _options: Any) -> str:
        if address.startswith("gone@"):
            return "550 5.1.1 No such mailbox here"
        if address.startswith("later@") or self.refusing:
            return "451 4.7.1 Greylisted, come back later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, _session: Any, envelope: Any) -> str:
        if envelope.rcpt_tos[0].startswith("spam@"):
            return "554 5.7.1 This looks like spam"
        if envelope.rcpt_tos[0].startswith("drop@"):
            server.transport.abort()
        self.taken.append(message_from_bytes(envelope.content, policy=default))
        return "250 2.0.0 Taken"


@contextmanager
def open_post_office(**options: Any) -> Iterator[tuple[PostOffice, Server]]:
    """The office and how to reach it; `options` go to aiosmtpd."""
    office = PostOffice()
    controller = Controller(office, hostname="127.0.0.1", port=free_port(), **options)
    controller.start()
    try:
        yield office, Server("127.0.0.1", controller.port, "", "", "none", "desk@zhike.example")
    finally:
        controller.stop()


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def checks_passwords(_server: Any, _session: Any, _envelope: Any, _mechanism: str, said: LoginPassword) -> AuthResult:
    return AuthResult(success=(said.login, said.password) == (USER.encode(), PASSWORD.encode()), handled=False)
