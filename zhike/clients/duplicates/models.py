"""What could give duplicates away, and the pairs found by it."""

from typing import Any, ClassVar, Self

from django.apps import apps
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from zhike.clients.duplicates.reasons import KINDS
from zhike.core.lifecycle.policies import may_lead


class MatchKey(models.Model):
    """One key of a record that stands. Derived: it can be made anew at any time, and does not follow a merge."""

    stays_when_merged: ClassVar[bool] = True

    record_type = models.CharField(max_length=60)
    record_id = models.BigIntegerField()
    kind = models.CharField(max_length=8)
    key = models.CharField(max_length=254)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["record_type", "record_id", "kind", "key"], name="match_key_once"),
        ]
        indexes = [models.Index(fields=["record_type", "kind", "key"], include=["record_id"], name="match_key")]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"


class State(models.TextChoices):
    OPEN = "open", _("To decide")
    LATER = "later", _("Put off")
    APART = "apart", _("Not the same")


class PairQuerySet(models.QuerySet["Pair"]):
    def visible_to(self, user: Any) -> Self:
        """Pairs of which the person sees both."""
        seen = models.Q()
        for record_type in KINDS:
            ids = apps.get_model(record_type).objects.visible_to(user).standing().order_by().values("pk")
            seen |= models.Q(record_type=record_type, record_id__in=ids, other_id__in=ids)
        return self.filter(seen)

    def to_settle_by(self, user: Any) -> Self:
        """Those to decide that the person may merge."""
        return self.mergeable_by(user).to_decide()

    def mergeable_by(self, user: Any) -> Self:
        """Managers may merge what they see, others where both are theirs."""
        if may_lead(user):
            return self.visible_to(user)
        clients = apps.get_model("clients.Client").objects.standing().filter(owner=user).values("pk")
        people = apps.get_model("clients.Contact").objects.standing().filter(client__owner=user).values("pk")
        own = models.Q(record_type="clients.client", record_id__in=clients, other_id__in=clients)
        own |= models.Q(record_type="clients.contact", record_id__in=people, other_id__in=people)
        return self.filter(own)

    def to_decide(self) -> Self:
        """Those open, and those whose putting off has ended; the surest first."""
        woken = models.Q(state=State.LATER, until__lte=timezone.localdate())
        return self.filter(models.Q(state=State.OPEN) | woken).order_by("-score", "-pk")


class Pair(models.Model):
    """Two records that may be the same; `record_id` is the smaller number. `reasons` are kinds of keys."""

    stays_when_merged: ClassVar[bool] = True

    record_type = models.CharField(max_length=60)
    record_id = models.BigIntegerField()
    other_id = models.BigIntegerField()
    score = models.FloatField()
    reasons = ArrayField(models.CharField(max_length=8))
    state = models.CharField(max_length=5, choices=State, default=State.OPEN, db_default=State.OPEN)
    until = models.DateField(null=True)
    found_at = models.DateTimeField(db_default=Now())
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    objects: ClassVar[Any] = PairQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["record_type", "record_id", "other_id"], name="pair_once"),
            models.CheckConstraint(condition=models.Q(record_id__lt=models.F("other_id")), name="pair_in_order"),
        ]
        indexes = [
            models.Index(fields=["record_type", "other_id"], name="pair_of_other"),
            models.Index(fields=["-score", "-id"], name="pair_to_decide", condition=~models.Q(state="apart")),
        ]

    def __str__(self) -> str:
        return f"{self.record_type} {self.record_id} {self.other_id}"
