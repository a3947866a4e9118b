"""What may be asked of the ledger, and how something comes into it."""

from datetime import date
from typing import Any, Self

from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone

from zhike.agreements.choices import IN_THE_HEAD, OPEN, UNSETTLED, How, Kind, Side, State, Verb
from zhike.agreements.errors import NeedsApproval, NeverBySilence
from zhike.core.record.queryset import RecordQuerySet
from zhike.core.timeline.moment import moment


class EntryQuerySet(RecordQuerySet[Any]):
    def open(self) -> Self:
        """Neither settled nor replaced nor given up."""
        return self.standing().filter(state__in=OPEN)

    def owed(self) -> Self:
        """Promises that are still open, ours and theirs."""
        return self.open().filter(kind=Kind.PROMISE)

    def owed_by_us(self) -> Self:
        return self.owed().filter(side=Side.US)

    def owed_by_them(self) -> Self:
        return self.owed().filter(side=Side.THEM)

    def late(self, today: date) -> Self:
        return self.owed().filter(due_on__lt=today)

    def unconfirmed(self) -> Self:
        return self.standing().filter(state__in=UNSETTLED)

    def free(self) -> Self:
        """Those that need nobody's approval before the client hears of them."""
        return self.filter(held_for=[])

    def to_read_back(self) -> Self:
        """Those that somebody can be asked to confirm by themselves: free, and not of the head of a contract."""
        return self.unconfirmed().free().exclude(aspect__in=IN_THE_HEAD)

    def of_line(self, *entries: Any) -> Self:
        """Every wording that stands, stood or is proposed in the place of these."""
        threads = {one.thread or one.pk for one in entries}
        return self.filter(Q(pk__in=threads) | Q(thread__in=threads))

    def in_force(self, today: date) -> Self:
        """Confirmed, and valid today."""
        until = Q(valid_until=None) | Q(valid_until__gte=today)
        return self.standing().filter(until, state=State.CONFIRMED, valid_from__lte=today)

    def add(self, *, by: Any, contact_agreed: Any = None, how: str = "", **values: Any) -> Any:
        """Write an entry down, with its first act. With `how` it is agreed already, in the words of `contact_agreed`.

        Raises Forbidden, NeedsApproval, NeverBySilence.
        """
        if how == How.SILENCE:
            raise NeverBySilence
        values.setdefault("side", Side.US)
        values["valid_from"] = values.get("valid_from") or timezone.localdate(moment())
        values["said_at"] = values.get("said_at") or moment()
        with transaction.atomic():
            if how:
                values |= {"confirmed_by": contact_agreed, "confirmed_how": how, "confirmed_at": moment()}
            values |= {"kind": self.model.KIND, "state_on": values["valid_from"]}
            entry = super().add(by=by, state=State.CONFIRMED if how else State.PROPOSED, **values)
            if how and entry.held_for:
                raise NeedsApproval(entry)
            entry.first_act(by)
            if how:
                entry.enter(Verb.CONFIRMED, State.CONFIRMED, by=by, contact=contact_agreed, how=how)
        return entry


class OfKind(models.Manager.from_queryset(EntryQuerySet)):  # type: ignore[misc]
    """Entries of the one kind that the model is for."""

    def get_queryset(self) -> Any:
        return super().get_queryset().filter(kind=self.model.KIND)
