"""What may be asked of letters."""

from datetime import datetime
from typing import Any, Self

from django.db.models import Q

from zhike.core.lifecycle.policies import may_administer
from zhike.core.record.queryset import RecordQuerySet


class LetterQuerySet(RecordQuerySet[Any]):
    def due(self, now: datetime) -> Self:
        """Those to be sent now: waiting, their time has come, in no worker's hands."""
        come = Q(not_before=None) | Q(not_before__lte=now)
        free = Q(claimed_until=None) | Q(claimed_until__lt=now)
        return self.filter(come, free, state="waiting", archived_at=None)

    def to_release(self, now: datetime) -> Self:
        """Held until a moment that has come."""
        return self.filter(state="held", not_before__lte=now, archived_at=None)

    def about(self, record: Any) -> Self:
        return self.filter(record_type=record._meta.label_lower, record_id=record.pk)

    def in_mailbox_of(self, user: Any) -> Self:
        """What is kept here: one's own; administrators look after everybody's."""
        kept = self.filter(state="kept", archived_at=None)
        return kept if may_administer(user) else kept.filter(to__iexact=user.email)
