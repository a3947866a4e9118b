"""What may be asked of rounds and of crossed rules, and how one is noted."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Self

from django.db import models, transaction
from django.db.models import Q

from zhike.agreements.choices import ClauseKind, Side, State
from zhike.agreements.rules import events
from zhike.agreements.rules.choices import How
from zhike.agreements.rules.errors import NoRounds, OtherClient, UsedAlready
from zhike.agreements.rules.wording import in_a_sentence
from zhike.core.lifecycle.policies import may_work
from zhike.core.lifecycle.verbs import again_on_deadlock, holding
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

    @again_on_deadlock
    def use(self, clause: Any, *, by: Any, source: Any, used_on: date, note: str = "") -> "Round":
        """Note that this record (a conversation, a meeting) used a round of the clause; one that is looked at in rounds
        (`round_asked`: a deliverable) uses one a day at most.

        Raises Forbidden, NoRounds, OtherClient, UsedAlready.
        """
        with holding(clause, by=by, may=may_work):
            if clause.aspect != ClauseKind.REVISIONS or clause.state != State.CONFIRMED or clause.quantity is None:
                raise NoRounds
            if getattr(source, "timeline_client_id", None) != clause.client_id:
                raise OtherClient
            known = self.of_clauses([clause]).standing()
            before = known.of(source)
            if (before.filter(used_on=used_on) if hasattr(source, "round_asked") else before).exists():
                raise UsedAlready
            made = self.create(clause=clause, by=by, used_on=used_on, note=note, **_place(source))
            self._tell(made, known.count(), source)
        return made

    def _tell(self, made: "Round", number: int, source: Any) -> None:
        """The round above those agreed is a rule crossed by them, whoever asked us for the others."""
        agreed = int(made.clause.quantity or 0)
        kind = events.ROUND_OUTSIDE if number > agreed else events.ROUND_USED
        facts = {"number": number, "agreed": agreed, "name": str(source)}
        tell(kind, made.clause, by=made.by, client=made.clause.client, facts=facts)
        if number > agreed:
            values = {"side": Side.THEM, "crossed_at": made.noted_at}
            made.clause.crossings.get_or_create(how=How.ROUND, **_place(source), defaults=values)

    @transaction.atomic
    def take_back(self, used: "Round", *, by: Any, note: str) -> "Round":
        """It was no round after all; the row stays, and says why. Raises Forbidden, UsedAlready."""
        with holding(used.clause, by=by, may=may_work):
            if used.takes_back_id or self.filter(takes_back=used).exists():
                raise UsedAlready
            same = {name: getattr(used, name) for name in ("clause", "record_type", "record_id", "used_on")}
            back = self.create(**same, by=by, note=note, takes_back=used)
            for one in (used, *self._inside(used.clause)):
                one.clause.crossings.filter(
                    how=How.ROUND, record_type=one.record_type, record_id=one.record_id
                ).delete()
            facts = {"name": str(used.clause), "reason": note}
            tell(events.ROUND_TAKEN_BACK, used.clause, by=by, client=used.clause.client, facts=facts)
        return back

    def _inside(self, clause: Any) -> Any:
        """Those that are among the rounds agreed, now that one fewer was used."""
        return self.of_clauses([clause]).standing()[: int(clause.quantity or 0)]


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
