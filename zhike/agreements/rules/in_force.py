"""Which rules hold between us and a client on a day: those clauses that had been confirmed and were valid on it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from zhike.agreements.choices import ClauseKind, State
from zhike.agreements.models import Act, Clause
from zhike.agreements.rules.compiling import ASPECTS, Rule, compiled
from zhike.agreements.rules.quiet import Quiet
from zhike.agreements.rules.span import Span
from zhike.core.clock.working_calendar import WorkingCalendar

T = TypeVar("T")


@dataclass(frozen=True)
class Rules:
    """All of a client's on a day, in the order of their clauses."""

    all: tuple[Rule, ...]

    def answer(self, side: str, calendar: WorkingCalendar, at: datetime) -> Rule | None:
        """By which this side answers what was asked at that moment: where several hold, the strictest."""
        ends = [(span.end(calendar, at), n, rule) for n, (rule, span) in enumerate(self.of(Span, side))]
        return min(ends)[2] if ends else None

    def of(self, kind: type[T], side: str = "") -> list[tuple[Rule, T]]:
        """The rules of this kind which bind this side, or any; each with what was made of it."""
        return [(one, one.made) for one in self.all if isinstance(one.made, kind) and side in ("", one.side)]

    @property
    def uncompiled(self) -> tuple[Rule, ...]:
        """Those that no machine keeps."""
        return tuple(one for one in self.all if one.made is None)


def rules_of(client: Any, day: date) -> Rules:
    """By all that is written down by now. One query."""
    clauses = in_force(day).filter(client=client).select_related("confirmed_by", "contact")
    return compiled_all(clauses.order_by("number", "valid_from", "pk"))


def quiet_of(client: Any, day: date, side: str) -> list[Quiet]:
    """The hours in which this side leaves the other alone. One query, of no more columns than they need."""
    clauses = in_force(day).filter(client=client, aspect=ClauseKind.QUIET, side=side)
    rules = compiled_all(clauses.only("aspect", "side", "hours_from", "hours_until", "weekdays"))
    return [hours for _rule, hours in rules.of(Quiet)]


def in_force(day: date) -> QuerySet[Clause]:
    """Clauses of engagement whose last step with effect until this day had confirmed them, and that were valid on it.

    So one that is replaced from next week on holds until then.
    """
    stood = Act.objects.filter(entry=OuterRef("pk"), effective_on__lte=day).order_by("-pk").values("state")[:1]
    valid = Q(valid_until=None) | Q(valid_until__gte=day)
    found: QuerySet[Clause] = Clause.objects.standing().filter(valid, aspect__in=ASPECTS, valid_from__lte=day)
    return found.annotate(stood=Subquery(stood)).filter(stood=State.CONFIRMED)


def compiled_all(clauses: Iterable[Any]) -> Rules:
    return Rules(tuple(rule for one in clauses if (rule := compiled(one))))


def day_of(moment: datetime) -> date:
    """The day of the company on which it is."""
    return timezone.localdate(moment, timezone.get_default_timezone())
