"""The hours that the company has for trials in a quarter, and what is left of them.

A trial counts in the quarter in which it begins: with its cap while it runs, or with what it took if that is more; once
it is decided, with what it took. So what a trial did not need comes back.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import connection, transaction
from django.db.models import Case, F, Sum, When
from django.db.models.functions import Greatest

from zhike.core.lifecycle.errors import Forbidden
from zhike.core.lifecycle.policies import may_lead
from zhike.core.timeline.tell import tell
from zhike.domains.ideas import events
from zhike.domains.ideas.choices import State
from zhike.domains.ideas.errors import NotEnoughHours, in_words
from zhike.domains.ideas.models.budget import TrialBudget

TRIALS = 7_254  # the advisory lock under which hours of the budget are given away
MONTHS = 3


@dataclass(frozen=True)
class Quarter:
    """The budget of the quarter that begins on `first`, in hours. `left` is below zero after an overrun."""

    first: date
    hours: int
    taken: Decimal

    @property
    def left(self) -> Decimal:
        return self.hours - self.taken

    @property
    def taken_words(self) -> str:
        return in_words(self.taken)

    @property
    def left_words(self) -> str:
        """None rather than less than none."""
        return in_words(max(self.left, Decimal(0)))

    @property
    def name(self) -> str:
        return f"{self.first.year} Q{self.first.month // MONTHS + 1}"


def first_of_quarter(day: date) -> date:
    return date(day.year, (day.month - 1) // MONTHS * MONTHS + 1, 1)


def first_of_next(day: date) -> date:
    """The first day of the quarter after that of this day."""
    first = first_of_quarter(day)
    return date(first.year + 1, 1, 1) if first.month > 12 - MONTHS else date(first.year, first.month + MONTHS, 1)


def quarter_of(day: date) -> Quarter:
    """In two questions to the database."""
    from zhike.domains.ideas.models import Idea

    counts = Case(When(state=State.TRIAL, then=Greatest("trial_hours", "spent")), default=F("spent"))
    begun = Idea.objects.filter(trial_from__gte=first_of_quarter(day), trial_from__lt=first_of_next(day))
    taken = begun.aggregate(sum=Sum(counts))["sum"] or Decimal(0)
    return Quarter(first_of_quarter(day), TrialBudget.objects.ruling().hours, taken)


def check_left(hours: Decimal, day: date) -> None:
    """Inside the transaction that takes them: of two at once the second sees the first. Raises NotEnoughHours."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(%s)", [TRIALS])
    quarter = quarter_of(day)
    if hours > quarter.left:
        raise NotEnoughHours(hours, quarter.left, quarter.hours)


def set_budget(*, by: Any, hours: int) -> TrialBudget:
    """For whoever leads; trials that run already keep their hours. Raises Forbidden."""
    if not may_lead(by):
        raise Forbidden
    with transaction.atomic():
        kept, _made = TrialBudget.objects.select_for_update().get_or_create()
        was, kept.hours = kept.hours, hours
        kept.save(update_fields=["hours"])
        tell(events.BUDGET_SET, kept, by=by, facts={"hours": hours, "was": was})
    return kept
