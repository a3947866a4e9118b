"""Sending really what was logged as a mail from us: a letter to each contact, in their language, at their hours."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from zhike.agreements.twins.spoken import spoken
from zhike.clients.plans.models import CHANNEL_OF
from zhike.clients.wishes.heeding import next_opening
from zhike.core.base.languages import language_for
from zhike.core.base.markdown import plain
from zhike.core.files.models import Attachment
from zhike.core.lifecycle.errors import Refused
from zhike.core.mail.inbox import answers_to
from zhike.core.mail.models import Letter
from zhike.core.mail.writing import write
from zhike.domains.conversations.exchange import threading


class NobodyToMail(Refused):
    """None of the people has an address."""

    def __str__(self) -> str:
        return _("None of the people has an e-mail address. Tick somebody who has, or add the address first.")


@dataclass(frozen=True)
class MailNote:
    """What to know before a contact is reached: the address, the channel they prefer and the kind of conversation that
    keeps to it, when they can be reached again, the language they read.
    """

    address: str
    prefers: str
    kept: str
    opens: datetime | None
    reads: str

    @property
    def opens_there(self) -> str:
        """By their own clock, as `opens` comes."""
        return f"{self.opens:%H:%M}" if self.opens else ""


def note_on(contact: Any) -> MailNote:
    kept = next((kind for kind, channel in CHANNEL_OF.items() if channel == contact.preferred_channel), "")
    return MailNote(
        next(iter(contact.emails), ""),
        contact.get_preferred_channel_display() if contact.preferred_channel else "",
        kept,
        next_opening(contact),
        contact.get_language_display() if contact.language else "",
    )


def send_to_contacts(conversation: Any, *, by: Any, anyway: bool) -> list[Letter]:
    """A letter to each contact with an address, in their hours or now `anyway`.

    Raises NobodyToMail and what `write` raises.
    """
    contacts = [contact for contact in conversation.contacts.all() if contact.emails]
    if not contacts:
        raise NobodyToMail
    said: dict[str, Any] = {
        "reply_to": answers_to(conversation, otherwise=by.email),
        "headers": threading(conversation),
    }
    files = list(Attachment.objects.on_each(conversation._meta.label_lower, [conversation.pk]))
    read = spoken(conversation)
    return [
        write(
            by=by, to=contact, about=conversation, attachments=files, at_once=anyway, **said, **_as_read(read, contact)
        )
        for contact in contacts
    ]


def _as_read(conversation: Any, contact: Any) -> dict[str, Any]:
    """In their language; the other wording stands below, with which of both prevails."""
    with override(language_for(contact)):
        both = conversation.wordings["text"]
        counts = f"{_('Which wording prevails')}: {both.prevails}" if both.prevails else ""
        below = "\n\n".join(filter(None, (both.other, counts)))
        text = f"{both.first}\n\n---\n\n{below}" if below else both.first
        subject = conversation.subject or beginning(plain(both.first))
        return {"subject": " ".join(subject.split())[:200], "text": text}


def beginning(text: str, most: int = 80) -> str:
    """The first words, with an ellipsis where there are more."""
    return text if len(text) <= most else f"{text[:most].rsplit(' ', 1)[0]}…"


def was_sent(conversation: Any) -> bool:
    return Letter.objects.about(conversation).exists()
