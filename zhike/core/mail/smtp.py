"""The conversation with a mail server."""

import smtplib
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from email.message import EmailMessage

from zhike.core.mail.server import Server
from zhike.core.mail.troubles import PERMANENT, Trouble, said

PATIENCE = 20.0  # seconds for each answer
READY = 354


class Unsent(Exception):
    """The server did not take it. `for_good`: another try would end the same way."""

    def __init__(self, trouble: Trouble, answer: str, *, for_good: bool) -> None:
        super().__init__(answer)
        self.trouble, self.answer, self.for_good = trouble, answer, for_good


@contextmanager
def connected(server: Server, patience: float = PATIENCE) -> Iterator[smtplib.SMTP]:
    """A connection that is encrypted and signed in. Raises what `troubles.trouble_of` explains."""
    tls = ssl.create_default_context()
    if server.security == "tls":
        line: smtplib.SMTP = smtplib.SMTP_SSL(server.host, server.port, timeout=patience, context=tls)
    else:
        line = smtplib.SMTP(server.host, server.port, timeout=patience)
    try:
        if server.security == "starttls":
            line.starttls(context=tls)
        line.ehlo_or_helo_if_needed()
        if server.user:
            line.login(server.user, server.password)
        yield line
    finally:
        with suppress(smtplib.SMTPException, OSError):
            line.quit()


def hand_over(
    line: smtplib.SMTP, message: EmailMessage, sender: str, to: str, *, before: Callable[[], None] = lambda: None
) -> str:
    """Give the server one message; its answer. `before` is called when the server is about to take it.

    Raises Unsent when the server refuses, and OSError or SMTPServerDisconnected when the line breaks.
    """
    wide = ["SMTPUTF8"] if not (sender + to).isascii() and line.has_extn("smtputf8") else []
    _ask(line.mail(sender, wide), Trouble.SENDER)
    _ask(line.rcpt(to), Trouble.RECIPIENT)
    _ask(line.docmd("data"), Trouble.CONTENT, good=READY)
    before()
    line.send(_quoted(message.as_bytes()) + b".\r\n")
    return _ask(line.getreply(), Trouble.CONTENT)


def _ask(answer: tuple[int, bytes], trouble: Trouble, good: int = 250) -> str:
    code, words = answer
    if code == good or (good == 250 and code == 251):
        return said(code, words)
    for_good = code >= PERMANENT
    raise Unsent(trouble if for_good else Trouble.BUSY, said(code, words), for_good=for_good)


def _quoted(wire: bytes) -> bytes:
    """Lines that begin with a dot get another one (RFC 5321, 4.5.2)."""
    lines = wire.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
    quoted = b"\r\n".join(b"." + line if line.startswith(b".") else line for line in lines)
    return quoted if quoted.endswith(b"\r\n") else quoted + b"\r\n"
