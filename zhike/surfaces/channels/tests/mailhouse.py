"""A real IMAP server for tests (pymap, in memory, a process of its own), and a mailbox in it for each test."""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from email.message import EmailMessage
from typing import Any
from uuid import uuid4

from imapclient import IMAPClient

from zhike.core.mail.tests.postoffice import free_port

USER, PASSWORD, PATIENCE = "desk@zhike.example", "a-sealed-word", 30.0


@dataclass
class Mailbox:
    """`put` lays a mail into the folder, as a delivery would."""

    port: int
    folder: str = field(default_factory=lambda: f"客户-{uuid4().hex[:8]}")

    def put(self, mail: EmailMessage | bytes) -> None:
        raw = mail if isinstance(mail, bytes) else mail.as_bytes()
        with self.line() as line:
            line.append(self.folder, raw.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))

    def number_anew(self) -> None:
        """The same name, another UIDVALIDITY: as after a restored backup."""
        with self.line() as line:
            line.select_folder(self.folder)
            held = line.fetch(line.search("ALL"), ["BODY.PEEK[]"]) if line.search("ALL") else {}
            line.close_folder()
            line.delete_folder(self.folder)
            line.create_folder(self.folder)
            for _uid, told in sorted(held.items()):
                line.append(self.folder, told[b"BODY[]"])

    @contextmanager
    def line(self) -> Iterator[Any]:
        line = IMAPClient("127.0.0.1", self.port, ssl=False)
        line.login(USER, PASSWORD)
        try:
            yield line
        finally:
            line.logout()


@contextmanager
def open_mail_house() -> Iterator[int]:
    """Its port."""
    port = free_port()
    command = [sys.executable, "-c", "from pymap.main import main; main()", "--host", "127.0.0.1", "--port", str(port)]
    command = [*command, "--no-tls", "dict", "--demo-user", USER, "--demo-password", PASSWORD]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _until_it_answers(port)
        yield port
    finally:
        server.terminate()
        server.wait(PATIENCE)


def _until_it_answers(port: int) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        with suppress(OSError):
            IMAPClient("127.0.0.1", port, ssl=False, timeout=1).logout()
            return
        time.sleep(0.05)
    raise TimeoutError("The IMAP server of the tests does not answer.")
