"""What may be asked of to-dos. `today` is the reader's."""

from datetime import date
from typing import Any, Self

from django.db.models import F, Q

from zhike.core.record.amending import told
from zhike.core.record.queryset import RecordQuerySet
from zhike.core.timeline.kinds import EventKind


class TodoQuerySet(RecordQuerySet[Any]):
    def visible_to(self, user: Any) -> Self:
        """One's own and those of whom one stands in for, and those of visible clients."""
        seen = super().visible_to(user)
        return seen if not user.is_active or user.sees_all else seen | self.filter(owner__in=user.stands_for)

    def open(self) -> Self:
        return self.filter(state="open", archived_at=None)

    def awake(self, today: date) -> Self:
        """Open and not put off."""
        return self.open().filter(Q(snoozed_until=None) | Q(snoozed_until__lte=today))

    def snoozed(self, today: date) -> Self:
        return self.open().filter(snoozed_until__gt=today)

    def overdue(self, today: date) -> Self:
        return self.awake(today).filter(due_on__lt=today)

    def due_today(self, today: date) -> Self:
        return self.awake(today).filter(due_on=today)

    def for_person(self, user: Any) -> Self:
        return self.filter(owner=user)

    def of_record(self, record: Any) -> Self:
        """Those about this record; for a client, all that stand on its timeline."""
        if record._meta.label_lower == "clients.client":
            return self.filter(client=record)
        return self.filter(record_type=record._meta.label_lower, record_id=record.pk)

    def in_order(self) -> Self:
        """The soonest first; those without a day last."""
        return self.order_by(F("due_on").asc(nulls_last=True), F("due_time").asc(nulls_last=True), "pk")

    def add(
        self, *, by: Any, tells: EventKind | None = None, facts: dict[str, Any] | None = None, **values: Any
    ) -> Any:
        """As any record; owned by its author where nobody else is named, and its event says by whom."""
        values["owner"] = values.get("owner") or by
        return super().add(by=by, tells=tells, facts={"owner": told(values["owner"])} | (facts or {}), **values)
