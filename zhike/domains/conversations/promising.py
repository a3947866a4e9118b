"""Promises in what is being logged: offered while it is typed, noted only when somebody ticks them."""

import hashlib
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone

from zhike.agreements.choices import Side
from zhike.agreements.models import Promise
from zhike.agreements.words.promises import Found, promises_in
from zhike.core.access.preferences import staff_names
from zhike.core.clock.models import Calendar

LONGEST, MOST = 20_000, 5  # characters read, offers made


@dataclass(frozen=True)
class Offer:
    """`key` is of the very sentence: a tick holds as long as the sentence stands."""

    key: str
    found: Found
    ticked: bool


def offers(
    text: str, *, said_by: Side, said_at: datetime | None = None, contacts: Collection[Any] = (),
    ticked: Collection[str] = (),
) -> list[Offer]:  # fmt: skip
    """What is promised in the text, the first few; `contacts` are those who took part."""
    now = said_at or timezone.now()
    names = [name for one in contacts for name in (one.name, one.called) if name]
    found = promises_in(
        text[:LONGEST], now, calendar=Calendar.objects.default().working(timezone.localdate(now)),
        said_by="us" if said_by == Side.US else "them", ours=tuple(staff_names().values()), theirs=names,
    )  # fmt: skip
    return [Offer(key, one, key in ticked) for one in found[:MOST] if (key := _key(one))]


def note(conversation: Any, keys: Collection[str], *, by: Any) -> list[Any]:
    """The ticked promises as entries of the ledger, each with its sentence and where it was said."""
    contacts = list(conversation.contacts.all())
    side = Side.THEM if conversation.direction == "in" else Side.US
    wanted = offers(conversation.text, said_by=side, said_at=conversation.happened_at, contacts=contacts, ticked=keys)
    return [_noted(conversation, offer.found, contacts, by) for offer in wanted if offer.ticked]


def _noted(conversation: Any, found: Found, contacts: list[Any], by: Any) -> Any:
    named = next((one for one in contacts if found.who and found.who in (one.name, one.called)), None)
    return Promise.objects.add(
        by=by, client=conversation.client, side=Side(found.side), text=found.quote, quote=found.quote,
        person=conversation.author or by, owner=conversation.author or by, contact=named or next(iter(contacts), None),
        due_on=found.due_on, due_time=found.due_time, said_at=conversation.happened_at,
        valid_from=timezone.localdate(conversation.happened_at), source_text=conversation.reference,
        source_type=conversation._meta.label_lower, source_id=conversation.pk,
    )  # fmt: skip


def _key(found: Found) -> str:
    return hashlib.sha256(f"{found.start}:{found.quote}".encode()).hexdigest()[:12]
