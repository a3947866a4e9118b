"""Telling a person at once that the mail has come, where the company wants it (RFC 3834).

Once for each exchange that they begin. Never to a machine, to whom we do not know, to a sender whom our own server
could not confirm, for what lay in the mailbox for long, or more than three times a day to one address: whatever answers
such a mail by itself comes to rest.
"""

import re
from datetime import timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from zhike.core.access.preferences import company
from zhike.core.base.languages import language_for
from zhike.core.base.markdown import escaped
from zhike.core.lifecycle.errors import Refused
from zhike.core.mail.inbox import answers_to
from zhike.core.mail.models import Letter
from zhike.core.mail.recipient import Recipient, recipient_of
from zhike.core.mail.server import the_program
from zhike.core.mail.writing import write
from zhike.domains.conversations.acknowledging import acknowledgement
from zhike.surfaces.channels.automatic import Sort
from zhike.surfaces.channels.received import Received

HAN = re.compile(r"[\u4e00-\u9fff]")
DAY = timedelta(days=1)
MOST_A_DAY = 3  # to one address
AUTOMATIC = {"Auto-Submitted": "auto-replied", "X-Auto-Response-Suppress": "All"}


def acknowledge(mail: Received, said: Any, contact: Any) -> Letter | None:
    """The letter to whoever wrote the mail that became the conversation `said`; None where there is none to write.

    In the caller's transaction.
    """
    if not _is_wanted(mail, said):
        return None
    try:
        reader = _reader(mail, contact or said.client)
    except Refused:  # no address that could be written to
        return None
    with override(reader.language):
        about = _line(said.subject)
        subject = _("We have your message: %(subject)s") % {"subject": about} if about else _("We have your message")
    return write(
        by=the_program(),
        to=reader,
        about=said,
        subject=subject[:200],
        text=escaped(acknowledgement(contact or said.client, said.happened_at, reader.language)),
        reply_to=answers_to(said, otherwise=""),
        headers=AUTOMATIC | _answering(mail),
        at_once=True,  # they have just written
    )


def _is_wanted(mail: Received, said: Any) -> bool:
    if not company().acknowledges or said.thread_id or mail.sort != Sort.LETTER or mail.refuted:
        return False
    since = timezone.now() - DAY
    told = Letter.objects.filter(to__iexact=mail.sender, created_at__gt=since, headers__has_key="Auto-Submitted")
    return said.happened_at > since and told.count() < MOST_A_DAY


def _reader(mail: Received, who: Any) -> Recipient:
    """At the address that wrote, which need not be the first of theirs; in their language, else that of the mail.

    Raises NoAddress, OddAddress.
    """
    known = recipient_of(mail.sender)
    guessed = "zh-hans" if HAN.search(mail.subject + mail.text[:2000]) else known.language
    language = language_for(who) if who.language else guessed
    return Recipient(known.address, _line(str(who)), language, who.time_zone or known.zone)


def _line(text: str) -> str:
    """Without what may not stand in the head of a mail."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def _answering(mail: Received) -> dict[str, str]:
    known = mail.message_id if mail.message_id.startswith("<") else ""
    return {"In-Reply-To": known, "References": known} if known else {}
