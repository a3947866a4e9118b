"""Where a conversation did not keep to the rules of engagement, of whichever side."""

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from zhike.agreements.rules.choices import How
from zhike.agreements.rules.holding import crossed, peace_until
from zhike.agreements.rules.in_force import day_of, rules_of
from zhike.agreements.rules.models import Crossing
from zhike.clients.plans.models import CHANNEL_OF
from zhike.core.ui.dates import day_words, hour_words

DAY = timedelta(days=1)


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


def quiet_ends(client: Any, people: Any) -> list[tuple[Any, datetime]]:
    """[(contact, when one may write to them again)] of those who are in their quiet hours now. One query."""
    now = timezone.now()
    rules = rules_of(client, day_of(now))
    ends = [(one, peace_until(rules, client, one, now)) for one in people]
    return [(one, end) for one, end in ends if end]


def goes_out(ends: list[tuple[Any, datetime]]) -> str:
    """When a mail leaves that is held for quiet hours: to all, or to each of several at another time."""
    if len({end for _who, end in ends}) == 1:
        return _("It goes out at %(when)s (their quiet hours).") % {"when": _at(ends[0][1])}
    said = _("To %(who)s it goes out at %(when)s (their quiet hours).")
    return " ".join(said % {"who": who.called, "when": _at(end)} for who, end in ends)


def _at(end: datetime) -> str:
    """The hour by the reader's clock, with the day where that is not clear."""
    return hour_words(end) if end - timezone.now() < DAY else f"{day_words(end)} {hour_words(end)}"
