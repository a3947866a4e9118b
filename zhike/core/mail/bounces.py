"""Reading what mail servers send back (RFC 3464), and marking the letter it is about."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any

from zhike.core.lifecycle.errors import WrongState
from zhike.core.mail.models import Letter
from zhike.core.mail.server import the_program

REPORT = "multipart/report"
STATUS = "message/delivery-status"
ORIGINAL = ("message/rfc822", "text/rfc822-headers", "message/rfc822-headers")
MESSAGE_ID = re.compile(rb"^message-id:\s*(<[^<>\s]+>)", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True)
class Bounce:
    """`final` is false while the other side still tries. `words` are what its server said, with the status."""

    message_id: str
    recipient: str
    final: bool
    words: str


def read_bounce(raw: bytes) -> Bounce | None:
    """What a report says of one of our mails; None for any other mail."""
    mail = message_from_bytes(raw, policy=default)
    if not isinstance(mail, EmailMessage) or mail.get_content_type() != REPORT:
        return None
    told = [part for part in mail.walk() if part.get_content_type() == STATUS]
    fields = next((one for part in told for one in _recipients(part)), None)
    message_id = _original_id(mail)
    if fields is None or not message_id:
        return None
    return Bounce(message_id, _after_type(fields, "final-recipient"), _is_final(fields), _words(fields))


def take_bounce(raw: bytes) -> Letter | None:
    """Mark the letter of a report that is final; the letter, or None when it is none of ours. Twice changes nothing."""
    found = read_bounce(raw)
    letter: Letter | None = Letter.objects.filter(message_id=found.message_id).first() if found else None
    if found is None or letter is None:
        return None
    if found.final:
        try:
            letter.bounce(by=the_program(), answer=found.words)
        except WrongState:  # it was marked before, or is being sent again
            letter.refresh_from_db()
    return letter


def _recipients(part: EmailMessage) -> Iterator[EmailMessage]:
    """The groups of fields that are about a recipient; the first group is about the message."""
    groups = part.get_payload()
    for group in groups if isinstance(groups, list) else ():
        if isinstance(group, EmailMessage) and group.get("action"):
            yield group


def _is_final(fields: EmailMessage) -> bool:
    return str(fields.get("action", "")).strip().lower() == "failed"


def _words(fields: EmailMessage) -> str:
    status, said = str(fields.get("status", "")).strip(), _after_type(fields, "diagnostic-code")
    return f"{status} {' '.join(said.split())}".strip()[:500]


def _after_type(fields: EmailMessage, name: str) -> str:
    """The value behind its type: "rfc822; a@b.example"."""
    kind, semicolon, value = str(fields.get(name, "")).partition(";")
    return (value if semicolon else kind).strip()


def _original_id(mail: EmailMessage) -> str:
    """The Message-ID of what came back, whole or its head alone; not that of the report."""
    for part in mail.walk():
        if part.get_content_type() in ORIGINAL:
            inside: Any = part.get_payload()
            raw = inside[0].as_bytes() if isinstance(inside, list) else part.get_payload(decode=True) or b""
            if isinstance(raw, bytes) and (found := MESSAGE_ID.search(raw)):
                return found[1].decode(errors="replace")
    return ""
