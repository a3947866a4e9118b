"""What may be asked of approvals."""

from typing import Any, Self

from django.apps import apps
from django.db.models import Q

from zhike.core.approval.policies import open_to
from zhike.core.record.queryset import RecordQuerySet

ALIVE = Q(state="waiting") | Q(state="approved", lasts=True)


class ApprovalQuerySet(RecordQuerySet[Any]):
    def visible_to(self, user: Any) -> Self:
        """Whoever sees the client; who asked, who may decide and who did, with or without the client."""
        seen = super().visible_to(user)
        if not user.is_active or user.sees_all:
            return seen
        seats, given = apps.get_model("approval.Seat")._default_manager, apps.get_model("approval.Delegation")
        acted = given._default_manager.given_to(user).values("person")
        mine = seats.filter(Q(person=user) | Q(decided_by=user) | Q(person__in=acted))
        return seen | self.filter(Q(asked_by=user) | Q(pk__in=mine.values("approval")))

    def waiting(self) -> Self:
        return self.filter(state="waiting", archived_at=None)

    def for_person(self, user: Any) -> Self:
        """Those which this person may decide now, the oldest first."""
        return self.filter(open_to(user)).order_by("pk")

    def of_record(self, record: Any) -> Self:
        return self.filter(record_type=record._meta.label_lower, record_id=record.pk)

    def alive(self) -> Self:
        """Those which a change of their record would void."""
        return self.filter(ALIVE, archived_at=None)
