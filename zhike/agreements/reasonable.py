"""Whether a promise of ours is reasonable: a day when both work, no more than its owner can carry, within the scope."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from zhike.agreements.choices import Caution, ClauseKind, Side
from zhike.agreements.due_days import TwoCalendars, day_concerns
from zhike.agreements.models import Cautions, Clause, Promise
from zhike.agreements.words.touching import touches
from zhike.core.record.family import family
from zhike.core.timeline.moment import moment
from zhike.core.ui.dates import day_words

A_DAY, A_WEEK = 4, 12  # open promises of one person: what is already due then is too much from here on
EXCLUSIONS = 100


@dataclass(frozen=True)
class Concern:
    """What speaks against a promise so much that somebody else has to agree; `words` are a sentence."""

    caution: Caution
    words: str


def concerns(client: Any, text: str, day: date | None, owner: Any, *, but: int = 0) -> list[str]:
    """Sentences that say what speaks against promising it. `but` is the promise itself. Four queries at most."""
    found = day_concerns(client, day) if client and day else []
    rest = _capacity(owner, day, but) + (_scope(client, text) if client else [])
    return found + [one.words for one in rest]


def grave_concerns(promise: Any) -> list[Concern]:
    """Of a promise of ours: those for which the company wants an approval. A day that has passed is not promised."""
    wanted = Cautions.objects.wanted() if promise.side == Side.US else frozenset()
    day = promise.due_on if promise.due_on and promise.due_on >= timezone.localdate(moment()) else None
    found: list[Concern] = []
    if Caution.HOLIDAY in wanted and day:
        found += _their_holiday(promise.client, day)
    if Caution.CAPACITY in wanted:
        found += _capacity(promise.owner, day, promise.pk or 0)
    if Caution.SCOPE in wanted:
        found += _scope(promise.client, promise.text)
    return found


def _their_holiday(client: Any, day: date) -> list[Concern]:
    """A public holiday of the client's country; a weekend is only a hint."""
    name = TwoCalendars(client, day).their_holiday(day)
    words = _("%(day)s is a day off at the client’s: %(why)s.") % {"day": day_words(day), "why": name}
    return [Concern(Caution.HOLIDAY, words)] if name else []


def _capacity(owner: Any, day: date | None, but: int) -> list[Concern]:
    if not owner or not day:
        return []
    monday = day - timedelta(days=day.weekday())
    week = (monday, monday + timedelta(days=6))
    theirs = Promise.objects.owed_by_us().filter(owner=owner, due_on__range=week).exclude(pk=but)
    due = list(theirs.values_list("due_on", flat=True))
    words = ""
    if due.count(day) >= A_DAY:
        words = _("%(who)s already has %(n)d promises due on that day.") % {"who": owner, "n": due.count(day)}
    elif len(due) >= A_WEEK:
        words = _("%(who)s already has %(n)d promises due in that week.") % {"who": owner, "n": len(due)}
    return [Concern(Caution.CAPACITY, words)] if words else []


def _scope(client: Any, text: str) -> list[Concern]:
    return [Concern(Caution.SCOPE, left_out(clause)) for clause in excluded_by(client, text)]


def left_out(clause: Any) -> str:
    told = {"clause": clause.number or clause.reference, "words": clause}
    return _("It was agreed as not included (%(clause)s): “%(words)s”") % told


def excluded_by(client: Any, text: str) -> list[Any]:
    """The confirmed exclusions of the client that the words touch, in whatever way."""
    today = timezone.localdate()
    excluded = Clause.objects.in_force(today).filter(client__in=family(client), aspect=ClauseKind.EXCLUSION)
    known = list(excluded[:EXCLUSIONS])
    found = touches(text, [one.text for one in known]) if known and text.strip() else []
    return [known[one.decision] for one in found]
