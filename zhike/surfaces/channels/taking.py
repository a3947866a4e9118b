"""Taking one mail in: once, whatever happens. All of it, or nothing, in one transaction."""

from datetime import timedelta
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from zhike.core.files.errors import FileRefused
from zhike.core.files.models import Attachment
from zhike.core.mail.bounces import take_bounce
from zhike.core.mail.inbox import inbox
from zhike.core.mail.models import Letter
from zhike.core.mail.server import server, the_program
from zhike.domains.meetings.answers import take_reply
from zhike.surfaces.channels.acknowledge import acknowledge
from zhike.surfaces.channels.automatic import Sort
from zhike.surfaces.channels.models import Incoming, State, Why
from zhike.surfaces.channels.page_text import cleaned
from zhike.surfaces.channels.placing import Place, become_conversation, place_of
from zhike.surfaces.channels.received import Enclosed, Received, id_of_content, read

MOST_FILES = 30
MOST_AN_HOUR = 60  # from one address: more is a loop
LONGEST = 200_000  # signs of a text that is kept


@transaction.atomic
def take(raw: bytes, *, too_large: bool = False) -> Incoming | None:
    """The mail, placed or waiting for somebody who places it; None when it was taken before, or is our own."""
    mail = read(raw)
    if Incoming.objects.filter(message_id=mail.message_id).exists() or _is_ours(mail):
        return None
    if mail.sort == Sort.BOUNCE and (letter := take_bounce(raw)):
        return _keep(mail, State.ASIDE, Why.MACHINE, client=letter.client)
    if (meeting := _answers_an_invitation(mail)) is not None:
        return _keep(mail, State.ASIDE, Why.MACHINE, client=meeting.client)
    if mail.sort != Sort.LETTER:
        place = place_of(mail)
        return _keep(mail, State.ASIDE, Why.MACHINE, client=place.client, conversation=place.before)
    if _comes_too_often(mail.sender):
        return _keep(mail, State.ASIDE, Why.LOOP)
    place = Place(why=Why.LARGE) if too_large else place_of(mail)
    if place.client is None:
        return _keep(mail, State.TO_PLACE, place.why)
    return _placed(mail, place)


def keep_unreadable(raw: bytes) -> Incoming | None:
    """What `take` fell over: somebody looks at it in the mailbox itself."""
    try:
        head = read(raw.partition(b"\r\n\r\n")[0] + b"\r\n\r\n")
    except Exception:  # not even that
        head = Received(id_of_content(raw))
    if Incoming.objects.filter(message_id=head.message_id).exists():
        return None
    told = Received(head.message_id, sender=head.sender, subject=head.subject, sent_at=head.sent_at)
    return _keep(told, State.TO_PLACE, Why.UNREADABLE)


def _placed(mail: Received, place: Place) -> Incoming:
    """The mail first, so that its files have a place; then the conversation, which takes them over."""
    kept = _keep(mail, State.PLACED, "", client=place.client, contact=place.contact)
    said = become_conversation(kept, place.client, place.contact, by=the_program(), before=place.before)
    acknowledge(mail, said, place.contact)
    Incoming.objects.filter(pk=kept.pk).update(conversation=kept.conversation)
    return kept


def _keep(mail: Received, state: str, why: str, **where: Any) -> Incoming:
    program = the_program()
    kept: Incoming = Incoming.objects.add(
        by=program,
        facts={"who": mail.sender_name or mail.sender or "–"},
        message_id=mail.message_id,
        answers=list(mail.answers),
        sender=mail.sender,
        sender_name=mail.sender_name,
        subject=mail.subject[:200],
        text=mail.text[:LONGEST],
        page=cleaned(mail.page)[:LONGEST],
        sent_at=mail.sent_at or timezone.now(),
        sort=mail.sort,
        state=state,
        why=why,
        **where,
    )
    refused = [no for one in mail.enclosed[:MOST_FILES] if (no := _refused(one, kept))]
    refused += [{"name": one.name, "reason": _("Too many files")} for one in mail.enclosed[MOST_FILES:]]
    if refused:
        kept.left_out = refused
        Incoming.objects.filter(pk=kept.pk).update(left_out=refused)
    return kept


def _refused(file: Enclosed, kept: Incoming) -> dict[str, str] | None:
    try:
        Attachment.objects.attach(ContentFile(file.content, file.name), by=the_program(), to=kept)
    except FileRefused as refusal:
        return {"name": file.name, "reason": str(refusal)}
    return None


def _answers_an_invitation(mail: Received) -> Any:
    """The meeting that a calendar answers about; what our own server holds for forged answers nothing."""
    answers = (take_reply(one.content, sender=mail.sender) for one in mail.enclosed[:MOST_FILES] if not mail.refuted)
    return next((meeting for meeting in answers if meeting is not None), None)


def _is_ours(mail: Received) -> bool:
    """What we sent ourselves, or what claims to come from the very addresses that we send from."""
    box, used = inbox(), server()
    own = {one.lower() for one in (box and box.address, used and used.sender) if one}
    return mail.sender in own or Letter.objects.filter(message_id=mail.message_id).exists()


def _comes_too_often(sender: str) -> bool:
    since = timezone.now() - timedelta(hours=1)
    return bool(sender) and Incoming.objects.filter(sender=sender, created_at__gte=since).count() >= MOST_AN_HOUR
