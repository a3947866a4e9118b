"""The conversation with a mailbox (IMAP, RFC 9051). Nothing is changed there: mails are looked at, never marked."""

import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import ngettext
from imapclient import IMAPClient
from imapclient.exceptions import IMAPClientError, LoginError

from zhike.core.base.sealing import opened
from zhike.core.mail.models import Inbox
from zhike.core.mail.troubles import SENTENCES, Trouble, trouble_of
from zhike.core.mail.trying import Outcome

PATIENCE = 20.0  # seconds for each answer
WHO = {"name": "Zhike", "version": "1", "vendor": "Zhike"}
TOGETHER = 50
Errors = (OSError, IMAPClientError, UnicodeError)


@dataclass(frozen=True)
class Folder:
    """While `uid_validity` stays the same, a UID means the same mail; the next to come gets `next_uid`."""

    uid_validity: int
    next_uid: int
    exists: int


@contextmanager
def connected(box: Inbox, patience: float = PATIENCE) -> Iterator[IMAPClient]:
    """Encrypted and signed in. Raises one of `Errors`, which `trouble_with` explains."""
    tls = ssl.create_default_context()
    line = IMAPClient(box.host, box.port, ssl=box.security == "tls", ssl_context=tls, timeout=patience)
    line.normalise_times = False  # moments keep their zone
    try:
        if box.security == "starttls":
            line.starttls(tls)
        line.login(box.user, opened(box.password_sealed))
        with suppress(IMAPClientError):  # some providers refuse programs that do not say who they are
            line.id_(WHO)
        yield line
    finally:
        with suppress(*Errors):
            line.logout()


def look_into(line: IMAPClient, name: str) -> Folder:
    """Open a folder, only to read."""
    told = line.select_folder(name or "INBOX", readonly=True)
    exists = int(told.get(b"EXISTS", 0))
    following = told.get(b"UIDNEXT") or max([0, *(line.search("ALL") if exists else ())]) + 1
    return Folder(int(told[b"UIDVALIDITY"]), int(following), exists)


def sizes_after(line: IMAPClient, uid: int, since: datetime) -> list[tuple[int, int]]:
    """(UID, bytes) of the mails behind this one that came since then, in their order."""
    found = sorted(one for one in line.search(["UID", f"{uid + 1}:*"]) if one > uid)
    told: dict[int, Any] = {}
    for start in range(0, len(found), TOGETHER):
        told |= line.fetch(found[start : start + TOGETHER], ["RFC822.SIZE", "INTERNALDATE"])
    came = {one: said for one, said in told.items() if said[b"INTERNALDATE"] >= since.replace(microsecond=0)}
    return [(one, int(came[one][b"RFC822.SIZE"])) for one in found if one in came]


def content(line: IMAPClient, uid: int, *, head_alone: bool = False) -> bytes | None:
    """The mail; None when it was taken away meanwhile."""
    part = "HEADER" if head_alone else ""
    told = line.fetch([uid], [f"BODY.PEEK[{part}]"]).get(uid, {})
    found = told.get(f"BODY[{part}]".encode())
    return bytes(found) if found is not None else None


def greet(box: Inbox) -> Outcome:
    """Sign in and open the folder, and read nothing."""
    try:
        with connected(box, patience=10.0) as line:
            count = look_into(line, box.folder).exists
    except Errors as error:
        trouble, said = trouble_with(error)
        return Outcome(False, SENTENCES[trouble], said)
    words = ngettext(
        "The mailbox opens; it holds %(count)d mail.", "The mailbox opens; it holds %(count)d mails.", count
    )
    return Outcome(True, words % {"count": count})


def trouble_with(error: Exception) -> tuple[Trouble, str]:
    """(what is the matter, what the server said)."""
    said = str(error)[:500]
    if isinstance(error, LoginError):
        return Trouble.PASSWORD, said
    if isinstance(error, IMAPClientError) and "select" in said.lower():
        return Trouble.FOLDER, said
    if isinstance(error, IMAPClientError) and "tls" in said.lower():
        return Trouble.TLS, said
    return trouble_of(error)
