"""A mail as it came over the wire, read (RFC 5322, 2045 to 2047, 2231, 3676). Pure; nothing in it makes it fail."""

import hashlib
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import Message
from email.utils import collapse_rfc2231_value, getaddresses, parsedate_to_datetime

from zhike.surfaces.channels.automatic import Sort, sort_of
from zhike.surfaces.channels.charsets import header_text, text_of
from zhike.surfaces.channels.page_text import text_of_page

IDS = re.compile(r"<[^<>\s]{3,390}>")
DECORATION = 16 * 1024  # bytes up to which a picture inside the text is a logo
MOST_PARTS = 200


@dataclass(frozen=True)
class Enclosed:
    name: str
    content: bytes


@dataclass(frozen=True)
class Received:
    """`answers` are the mails that it answers, the nearest first; `to` every address that it names as reached.

    `text` is the whole of it, `page` its HTML as it came. `refuted`: our own server found that the sender is not who it
    says.
    """

    message_id: str
    answers: tuple[str, ...] = ()
    sender: str = ""
    sender_name: str = ""
    to: tuple[str, ...] = ()
    subject: str = ""
    sent_at: datetime | None = None
    text: str = ""
    page: str = ""
    sort: Sort = Sort.LETTER
    refuted: bool = False
    enclosed: tuple[Enclosed, ...] = field(default=(), repr=False)


def read(raw: bytes) -> Received:
    mail = message_from_bytes(raw, policy=policy.compat32)
    headers: dict[str, str] = {}
    for name, value in mail.raw_items():
        headers.setdefault(name.lower(), str(value))
    name, sender = _people(headers.get("from", ""))[0]
    subject = header_text(headers.get("subject", ""))
    text, page, enclosed = _content(mail)
    return Received(
        message_id=_own_id(headers.get("message-id", ""), raw),
        answers=_answered(headers),
        sender=sender,
        sender_name=name,
        to=tuple(address for line in ("to", "cc", "delivered-to", "x-original-to", "envelope-to")
                 for _name, address in _people(headers.get(line, "")) if address),
        subject=subject,
        sent_at=_moment(headers.get("date", "")),
        text=text or text_of_page(page),
        page=page,
        sort=sort_of(headers, mail.get_content_type(), sender, subject),
        refuted="dmarc=fail" in headers.get("authentication-results", "").lower(),
        enclosed=tuple(enclosed),
    )  # fmt: skip


def _own_id(said: str, raw: bytes) -> str:
    """One without a Message-ID is known by its content."""
    found = IDS.search(said)
    return found[0] if found else id_of_content(raw)


def id_of_content(raw: bytes) -> str:
    return f"sha256:{hashlib.sha256(raw).hexdigest()}"


def _answered(headers: dict[str, str]) -> tuple[str, ...]:
    nearest = IDS.findall(headers.get("in-reply-to", ""))
    chain = IDS.findall(headers.get("references", ""))
    return tuple(dict.fromkeys([*nearest, *reversed(chain)]))[:50]


def _people(line: str) -> list[tuple[str, str]]:
    """(name, address) of each; one empty pair when there is none."""
    safe = line if line.isascii() else text_of(line.encode("utf-8", "surrogateescape"))
    pairs = getaddresses([" ".join(safe.split())])
    return [(header_text(name)[:120], address.strip().lower()[:254]) for name, address in pairs] or [("", "")]


def _moment(said: str) -> datetime | None:
    with suppress(ValueError, TypeError, IndexError, OverflowError):
        found = parsedate_to_datetime(said)
        return found if found.tzinfo else found.replace(tzinfo=UTC)
    return None


def _content(mail: Message) -> tuple[str, str, list[Enclosed]]:
    """(text, HTML, files). Of twins both are kept; further pieces of text go on the first."""
    texts, pages, files = [], [], []
    for part in _leaves(mail):
        raw = part.get_payload(decode=True)
        content = raw if isinstance(raw, bytes) else b""
        kind, name = part.get_content_type(), _name_of(part)
        attached = part.get_content_disposition() == "attachment" or (name and not kind.startswith("text/"))
        if not attached and kind == "text/plain":
            text = text_of(content, _charset(part))
            texts.append(_unflowed(text) if part.get_param("format") == "flowed" else text)
        elif not attached and kind == "text/html":
            pages.append(text_of(content, _charset(part)))
        elif not _decorates(part, content):
            files.append(Enclosed(name or _called(part), content))
    return "\n".join(texts).strip(), "\n".join(pages), files


def _leaves(mail: Message) -> Iterator[Message]:
    """Its parts; a mail that is enclosed is one part, as a file."""
    waiting, seen = [mail], 0
    while waiting and seen < MOST_PARTS:
        part = waiting.pop(0)
        seen += 1
        inside = part.get_payload()
        if part.get_content_maintype() == "multipart" and isinstance(inside, list):
            waiting[:0] = [one for one in inside if isinstance(one, Message)]
        elif (
            part.get_content_type() == "message/rfc822" and isinstance(inside, list) and isinstance(inside[0], Message)
        ):
            yield _as_file(inside[0])
        else:
            yield part


def _as_file(mail: Message) -> Message:
    made = Message()
    made["Content-Type"] = "application/octet-stream"
    made.add_header(
        "Content-Disposition", "attachment", filename=f"{header_text(str(mail['subject'] or 'mail'))[:80]}.eml"
    )
    made.set_payload(mail.as_bytes().decode("ascii", "surrogateescape"))
    return made


def _charset(part: Message) -> str:
    return str(part.get_content_charset() or "")


def _name_of(part: Message) -> str:
    """RFC 2231, and the encoded words that many programs put there instead."""
    said = part.get_param("filename", None, "content-disposition") or part.get_param("name", None)
    if not said:
        return ""
    return header_text(collapse_rfc2231_value(said) if isinstance(said, tuple) else str(said))[:180]


def _called(part: Message) -> str:
    return f"part.{part.get_content_subtype()}" if part.get_content_subtype().isalnum() else "part.bin"


def _decorates(part: Message, content: bytes) -> bool:
    inside = bool(part["content-id"]) and part.get_content_disposition() != "attachment"
    return inside and part.get_content_maintype() == "image" and len(content) <= DECORATION


def _unflowed(text: str) -> str:
    """Lines that end in a blank go on in the next (RFC 3676), but not a signature's mark, nor into another quote."""
    lines: list[str] = []
    for line in text.replace("\r\n", "\n").split("\n"):
        goes_on = bool(lines) and lines[-1].endswith(" ") and lines[-1] != "-- "
        if goes_on and lines[-1].startswith(">") == line.startswith(">"):
            lines[-1] += line.lstrip("> ") if line.startswith(">") else line
        else:
            lines.append(line)
    return "\n".join(lines)
