"""What may be asked of rounds and of crossed rules, and how one is noted."""

from datetime import datetime
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Q

from zhike.agreements.choices import Side
from zhike.agreements.rules import events
from zhike.agreements.rules.wording import in_a_sentence
from zhike.core.timeline.moment import moment
from zhike.core.timeline.tell import tell

if TYPE_CHECKING:
    from zhike.agreements.rules.compiling import Rule
    from zhike.agreements.rules.models import Crossing, Round  # noqa: F401  (named in quotes)


class RoundQuerySet(models.QuerySet["Round"]):
    def of_clauses(self, clauses: Any) -> Self:
        """Of these and of their other versions, in the order in which they were used."""
        threads = [one.thread or one.pk for one in clauses]
        found = self.filter(Q(clause__in=threads) | Q(clause__thread__in=threads))
        return found.select_related("clause", "by", "taken_back").order_by("used_on", "pk")

    def standing(self) -> Self:
        """Used, and not taken back."""
        return self.filter(takes_back=None, taken_back=None)

    def of(self, record: models.Model) -> Self:
        return self.filter(record_type=record._meta.label_lower, record_id=record.pk)


class CrossingQuerySet(models.QuerySet["Crossing"]):
    def of(self, record: models.Model) -> Self:
        return self.filter(record_type=record._meta.label_lower, record_id=record.pk)

    def of_thread(self, clause: Any) -> Self:
        """Of the clause and of its other versions."""
        thread = clause.thread or clause.pk
        return self.filter(Q(clause=thread) | Q(clause__thread=thread))

    def lately(self, client: Any, since: datetime) -> Self:
        """Of a client, the newest first."""
        found = self.filter(clause__client=client, crossed_at__gte=since).select_related("clause")
        return found.order_by("-crossed_at", "-pk")

    def note(
        self, rule: "Rule", how: str, record: Any, *, by: Any, at: datetime, side: str = "", anyway: bool = False
    ) -> bool:
        """Note it and tell, once; whether it is new. In the caller's transaction."""
        values = {"side": side or rule.side, "crossed_at": at, "anyway": anyway}
        made, new = self.get_or_create(clause_id=rule.clause.pk, how=how, **_place(record), defaults=values)
        if new:
            kind = events.CROSSED_BY_US if made.side == Side.US else events.CROSSED_BY_THEM
            facts = {"name": str(record), "rule": in_a_sentence(rule)}
            tell(
                events.SENT_ANYWAY if anyway else kind, rule.clause, by=by, client=rule.clause.client, facts=facts,
                at=min(at, moment()),
            )  # fmt: skip
        return new


def _place(record: Any) -> dict[str, Any]:
    return {"record_type": record._meta.label_lower, "record_id": record.pk}
