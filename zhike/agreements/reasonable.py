"""Whether a promise of ours is reasonable: a day when both work, no more than its owner can carry, within the scope."""

from datetime import date, timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from zhike.agreements.choices import ClauseKind
from zhike.agreements.due_days import day_concerns
from zhike.agreements.models import Clause, Promise
from zhike.agreements.words.touching import touches
from zhike.core.record.family import family

A_DAY, A_WEEK = 4, 12  # open promises of one person: what is already due then is too much from here on
EXCLUSIONS = 100


def concerns(client: Any, text: str, day: date | None, owner: Any, *, but: int = 0) -> list[str]:
    """Sentences that say what speaks against promising it. `but` is the promise itself. Four queries at most."""
    found = day_concerns(client, day) if client and day else []
    if owner and day:
        found += _capacity(owner, day, but)
    return found + (_scope(client, text) if client else [])


def _capacity(owner: Any, day: date, but: int) -> list[str]:
    monday = day - timedelta(days=day.weekday())
    week = (monday, monday + timedelta(days=6))
    theirs = Promise.objects.owed_by_us().filter(owner=owner, due_on__range=week).exclude(pk=but)
    due = list(theirs.values_list("due_on", flat=True))
    if due.count(day) >= A_DAY:
        return [_("%(who)s already has %(n)d promises due on that day.") % {"who": owner, "n": due.count(day)}]
    if len(due) >= A_WEEK:
        return [_("%(who)s already has %(n)d promises due in that week.") % {"who": owner, "n": len(due)}]
    return []


def _scope(client: Any, text: str) -> list[str]:
    """The confirmed exclusions of the client that the words touch, in whatever way."""
    today = timezone.localdate()
    excluded = Clause.objects.in_force(today).filter(client__in=family(client), aspect=ClauseKind.EXCLUSION)
    known = list(excluded[:EXCLUSIONS])
    found = touches(text, [one.text for one in known]) if known and text.strip() else []
    return [
        _("It was agreed as not included (%(clause)s): “%(words)s”")
        % {"clause": known[one.decision].number or known[one.decision].reference, "words": known[one.decision]}
        for one in found
    ]
