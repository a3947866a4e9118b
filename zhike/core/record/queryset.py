"""The queryset that all records share. What a user may see is a queryset; there is no predicate for it."""

from typing import Any, Self, TypeVar

from django.db import models, transaction
from django.db.models.functions import Coalesce

from zhike.core.lifecycle.errors import Forbidden
from zhike.core.lifecycle.verbs import again_on_deadlock
from zhike.core.record.family import merges
from zhike.core.timeline.kinds import EventKind
from zhike.core.timeline.moment import told_moment
from zhike.core.timeline.tell import tell

R = TypeVar("R", bound=models.Model)


class RecordQuerySet(models.QuerySet[R]):
    """Areas inherit from this one, and override `visible_to` where the rule differs from that of the client."""

    def visible_to(self, user: Any) -> Self:
        """Those that this member of staff may see. A record of a client is seen by whoever sees the client."""
        from zhike.core.record.seeing import through_client

        return through_client(self, user)

    def standing(self) -> Self:
        """Those not archived."""
        return self.filter(archived_at=None)

    def by_reference(self, reference: str) -> Self:
        """The one with this reference (`CL-12`); none when the text is something else."""
        prefix, _dash, number = reference.strip().upper().rpartition("-")
        if prefix != self.model.prefix:  # type: ignore[attr-defined]
            return self.none()
        return self.by_number(number)

    def by_number(self, number: str) -> Self:
        """The one with this number; where that was merged into another, the other."""
        if not number.isdecimal() or len(number) > 18:
            return self.none()
        asked: Any = int(number)
        if merges(self.model):
            mergers = self.model._base_manager.filter(pk=asked).values("merged_into")
            return self.filter(pk=Coalesce(models.Subquery(mergers), asked))
        return self.filter(pk=asked)

    @again_on_deadlock
    def add(self, *, by: Any, tells: EventKind | None = None, facts: dict[str, Any] | None = None, **values: Any) -> R:
        """Create a record from validated values, and its event, in one transaction. Raises Forbidden."""
        record: Any = self.model(created_by=by)
        if not self.model.may_add(by, record):  # type: ignore[attr-defined]
            raise Forbidden
        if moment := told_moment():
            record.created_at = moment
        with transaction.atomic():
            record.write(values)
            record.save(force_insert=True)
            record.write_links(values)
            told = {"name": str(record)} | (facts or {})
            record.first_event = tell(tells or record.tells_added(values), record, by=by, facts=told)
        return record
