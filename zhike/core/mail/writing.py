"""Writing a letter: the one way in which mail comes to be."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import uuid4

from django.utils import timezone

from zhike.core.access.models import User
from zhike.core.files.models import Attachment
from zhike.core.mail.errors import BrokenHeader
from zhike.core.mail.header import is_one_line
from zhike.core.mail.models import Letter, State
from zhike.core.mail.quiet import held_until
from zhike.core.mail.recipient import recipient_of
from zhike.core.mail.rendering import rendered
from zhike.core.mail.server import default_sender, server


def write(
    *,
    by: Any,
    to: Any,
    template: str = "",
    context: Mapping[str, Any] | None = None,
    about: Any = None,
    subject: str = "",
    text: str = "",
    attachments: Iterable[Attachment] = (),
    reply_to: str = "",
    headers: Mapping[str, str] | None = None,
    hold_until: datetime | None = None,
    secret: bool = False,
    calendar: str = "",
    at_once: bool = False,
) -> Letter:
    """Put a letter to one person into the outbox, in the caller's transaction; it is sent once that commits.

    `to`: an address, a member of staff, or a contact; their language and zone are followed. Either `template` with
    `context` (see `rendering`), or `subject` and `text` (Markdown). `about` is the record it belongs to: who sees that
    one's client sees the letter. `hold_until` keeps it back until then. `secret` forgets the words once it is sent.
    `calendar` is an invitation in iCalendar, with its METHOD. Quiet hours hold it too, unless `at_once` is said.
    Raises Forbidden, NoAddress, OddAddress, BrokenHeader.
    """
    reader = recipient_of(to)
    written = rendered(template, context or {}, reader) if template else {"subject": subject, "text": text}
    said: dict[str, Any] = {"html": ""} | written
    _check_head(said["subject"], reader.name, *(headers or {}), *(headers or {}).values())
    place, at_once = _place(about), at_once or isinstance(to, User)
    until = _until(hold_until, place, reader.address, at_once)
    letter: Letter = Letter.objects.add(
        by=by,
        facts={"to": reader.name or reader.address},
        to=reader.address,
        to_name=reader.name[:120],
        language=reader.language,
        reply_to=reply_to,
        headers=dict(headers or {}),
        secret=secret,
        calendar=calendar,
        at_once=at_once,
        state=State.HELD if until else State.WAITING,
        not_before=until,
        message_id=_new_id(),
        **place,
        **said,
    )
    letter.attachments.set(attachments)
    return letter


def _until(wished: datetime | None, place: dict[str, Any], address: str, at_once: bool) -> datetime | None:
    """Until when it is held; None when it may go now."""
    now = timezone.now()
    earliest = max(wished or now, now)
    quiet = None if at_once else held_until(place.get("client"), address, earliest)
    return quiet or (earliest if earliest > now else None)


def _check_head(*lines: str) -> None:
    if not all(is_one_line(line) for line in lines):
        raise BrokenHeader


def _place(about: Any) -> dict[str, Any]:
    if about is None:
        return {}
    client_id = getattr(about, "timeline_client_id", None)
    of = Letter._meta.get_field("client").related_model._base_manager.filter(pk=client_id).first()
    return {"record_type": about._meta.label_lower, "record_id": about.pk, "client": of}


def _new_id() -> str:
    """Nobody guesses it, so that only who got the letter can answer it, or send it back."""
    used = server()
    domain = (used.sender if used else default_sender()).rpartition("@")[2] or "localhost"
    return f"<{uuid4().hex}@{domain}>"
