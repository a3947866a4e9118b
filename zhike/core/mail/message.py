"""A letter as it goes over the wire (RFC 5322), both twins in it."""

import re
from email.headerregistry import HeaderRegistry, UnstructuredHeader
from email.message import EmailMessage
from email.policy import SMTP, EmailPolicy
from email.utils import format_datetime, formataddr
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.safestring import mark_safe

from zhike.core.access.preferences import company, staff_names
from zhike.core.base.markdown import render
from zhike.core.files import store
from zhike.core.mail.models import Letter


class MessageIds(UnstructuredHeader):
    """One on a line. Python would encode those that are longer than a line, and nobody would know them again."""

    def fold(self, *, policy: EmailPolicy) -> str:
        header: Any = self
        return f"{header.name}: {f'{policy.linesep} '.join(header.split())}{policy.linesep}"


_HEADERS: Any = HeaderRegistry()
for name in ("in-reply-to", "references"):
    _HEADERS.map_to_type(name, MessageIds)
METHOD = re.compile(r"^METHOD:(\w+)", re.MULTILINE)
POLICY = SMTP.clone(max_line_length=76, header_factory=_HEADERS)


def message_of(letter: Letter, sender: str) -> EmailMessage:
    """`sender` is a plain address. Automatic letters ask not to be answered by machines."""
    made = EmailMessage(POLICY)
    made["From"] = formataddr((sender_name(letter), sender), "utf-8") if _is_ascii(sender) else sender
    made["To"] = formataddr((letter.to_name, letter.to), "utf-8") if _is_ascii(letter.to) else letter.to
    made["Subject"] = letter.subject
    made["Date"] = format_datetime(timezone.now())
    made["Message-ID"] = letter.message_id
    if letter.reply_to:
        made["Reply-To"] = letter.reply_to
    if not letter.client_id:
        made["Auto-Submitted"] = "auto-generated"
    for name, value in letter.headers.items():
        made[name] = value
    made.set_content(letter.text, cte="quoted-printable")
    made.add_alternative(page_of(letter), subtype="html", cte="quoted-printable")
    if letter.calendar:
        method = METHOD.search(letter.calendar)
        asked = {"method": method[1] if method else "PUBLISH"}
        made.add_alternative(letter.calendar, subtype="calendar", cte="base64", params=asked)
    for file in letter.attachments.exclude(stored=""):
        main, _slash, sub = (file.content_type or "application/octet-stream").partition("/")
        content = store.path_of(file.stored).read_bytes()
        made.add_attachment(content, maintype=main, subtype=sub or "octet-stream", filename=file.name)
    return made


def sender_name(letter: Letter) -> str:
    """Who wrote it, and the company; the company alone for what the program writes."""
    author = staff_names().get(letter.created_by_id or 0, "") if letter.client_id else ""
    return f"{author} · {company().name}" if author else company().name


def page_of(letter: Letter) -> str:
    """The HTML twin: a whole page, its looks written into it."""
    body = letter.html or render(letter.text)
    told = {"body": mark_safe(body), "letter": letter, "company": company().name, "address": settings.ADDRESS}
    with translation.override(letter.language):
        return render_to_string("mail/frame.html", told)


def _is_ascii(address: str) -> bool:
    """An address in other letters needs SMTPUTF8 and no encoding of its own."""
    return address.isascii()
