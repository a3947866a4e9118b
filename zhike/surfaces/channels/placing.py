"""Where a mail belongs: with the conversation that it answers, else with the client whose person wrote it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from zhike.clients.models import Client, Contact
from zhike.core.access.models import User
from zhike.core.base.markdown import escaped
from zhike.core.files.claim import hand_on
from zhike.core.mail.inbox import marked_record
from zhike.core.mail.models import Letter
from zhike.domains.conversations.events import ARRIVED
from zhike.domains.conversations.models import Conversation, Direction, Kind
from zhike.domains.conversations.models import State as Waits
from zhike.domains.conversations.workflows import log
from zhike.surfaces.channels.folding import fold
from zhike.surfaces.channels.models import Incoming, Why
from zhike.surfaces.channels.received import Received


@dataclass(frozen=True)
class Place:
    """`before` is the conversation that it answers. Without a client, `why` says why nobody knows."""

    client: Any = None
    contact: Any = None
    before: Any = None
    why: str = ""


def place_of(mail: Received) -> Place:
    """By what it answers, which nobody guesses; then by its address, marked by us; then by its sender."""
    before, client = _answered(mail)
    if before is not None or client is not None:
        client = before.client if before is not None else client
        people = Contact.objects.of_client(client).standing()
        return Place(client, _with_address(people, mail.sender).first(), before)
    if mail.refuted:
        return Place(why=Why.REFUTED)
    if User.objects.at_work().filter(email__iexact=mail.sender).exists():
        return Place(why=Why.COLLEAGUE)
    return _of_sender(mail.sender)


def _answered(mail: Received) -> tuple[Any, Any]:
    """(the conversation, or the client of another letter of ours)."""
    ids = list(mail.answers)
    letters = {one.message_id: one for one in Letter.objects.filter(message_id__in=ids).select_related("client")}
    came = {one.message_id: one for one in Conversation.objects.filter(message_id__in=ids)} if ids else {}
    for known in ids:
        if known in came:
            return came[known], None
        letter = letters.get(known)
        if letter and letter.record_type == Conversation._meta.label_lower:
            return Conversation.objects.get(pk=letter.record_id), None
        if letter and letter.client:
            return None, letter.client
    return next((found for one in mail.to if (found := marked_record(one, Conversation))), None), None


def _of_sender(address: str) -> Place:
    """One client, or nobody knows; a person may have a place at several."""
    people = list(_with_address(Contact.objects.standing(), address).select_related("client")) if address else []
    clients = {one.client for one in people if one.client} | {
        place.client for one in people for place in one.positions.select_related("client")
    }
    clients |= set(_with_address(Client.objects.standing(), address)) if address and not people else set()
    clients = {one for one in clients if one.archived_at is None}
    if len(clients) > 1:
        return Place(why=Why.SEVERAL)
    if not clients:
        return Place(why=Why.UNKNOWN)
    return Place(clients.pop(), people[0] if len(people) == 1 else None)


def _with_address(found: Any, address: str) -> Any:
    return found.filter(emails__contains=[address])


def become_conversation(incoming: Incoming, client: Any, contact: Any, *, by: Any, before: Any = None) -> Conversation:
    """Log the mail, whose answer is now awaited, and hang its files there. In the caller's transaction."""
    said, _folded = fold(incoming.text)
    who = contact.called if contact else incoming.who
    made = log(
        by=by,
        tells=ARRIVED,
        facts={"who": who, "people": _whom_to_tell(client, before)},
        client=client,
        kind=Kind.MAIL,
        direction=Direction.IN,
        state=Waits.WAITING,
        contacts=[contact] if contact else [],
        subject=incoming.subject,
        text=escaped(said) or _("(no text)"),
        happened_at=_happened(incoming.sent_at),
        author=before.author if before else client.owner,
        thread=(before.thread or before) if before else None,
        message_id=incoming.message_id,
    )
    hand_on(incoming, made, by=by)
    incoming.conversation, incoming.client, incoming.contact, incoming.why = made, client, contact, ""
    return made


def _whom_to_tell(client: Any, before: Any) -> list[dict[str, Any]]:
    """Who wrote what it answers, and who looks after the client."""
    people = [before.author if before else None, client.owner, client.deputy]
    return [
        {"id": one.pk, "text": one.name} for one in dict.fromkeys(people) if one and one.is_active and not one.is_system
    ]


def _happened(sent_at: datetime) -> datetime:
    """Clocks of senders go wrong: nothing has been said in the future."""
    return min(sent_at, timezone.now())
