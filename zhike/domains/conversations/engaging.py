"""Where a conversation did not keep to the rules of engagement, of whichever side."""

from typing import Any

from django.utils import timezone

from zhike.agreements.rules.choices import How
from zhike.agreements.rules.holding import crossed
from zhike.agreements.rules.models import Crossing
from zhike.clients.plans.models import CHANNEL_OF


def note_crossings(conversation: Any, *, by: Any) -> None:
    """In the caller's transaction. Mail disturbs nobody: theirs waits for us, ours is held until quiet hours end."""
    channel = CHANNEL_OF.get(conversation.kind)
    if channel is None:
        return
    comes, at = conversation.direction == "in", conversation.happened_at
    waits = conversation.kind == "mail"
    people = list(conversation.contacts.all())
    for rule, how in crossed(conversation.client, people, comes=comes, channel=channel, at=at, waits=waits):
        Crossing.objects.note(rule, how, conversation, by=by, at=at)


def note_sent_anyway(conversation: Any, *, by: Any) -> None:
    """A mail of ours went out within their quiet hours, and somebody wanted it so."""
    now, people = timezone.now(), [one for one in conversation.contacts.all() if one.emails]
    for rule, how in crossed(conversation.client, people, comes=False, channel="", at=now, waits=False):
        if how == How.QUIET:
            Crossing.objects.note(rule, how, conversation, by=by, at=now, anyway=True)
