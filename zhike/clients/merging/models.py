"""What a merge did, so that it can be undone at any time."""

from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.apps import apps
from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.urls import reverse

MERGED_TYPES = ("clients.client", "clients.contact")


class MergeQuerySet(models.QuerySet["Merge"]):
    def visible_to(self, user: Any) -> Self:
        """Merges of which the person sees both records."""
        seen = models.Q()
        for record_type in MERGED_TYPES:
            ids = apps.get_model(record_type).objects.visible_to(user).order_by().values("pk")
            seen |= models.Q(record_type=record_type, record_id__in=ids, other_id__in=ids)
        return self.filter(seen)

    def standing(self) -> Self:
        return self.filter(undone_at=None)

    def into(self, record: Any) -> Self:
        """Those that ended in this record, latest first."""
        return self.filter(record_type=record._meta.label_lower, record_id=record.pk).order_by("-pk")


class Merge(models.Model):
    """`record_id` is the winner, `other_id` the loser.

    `before` and `after` are the winner's fields as JSON, `sources` says of each that changed where it came from.
    `last` is the highest number of each table that mattered, by its label: what is higher came later. `made` lists
    (table, number) of rows that the merge added. All four are emptied when the person is erased.
    """

    stays_when_merged: ClassVar[bool] = True

    record_type = models.CharField(max_length=60)
    record_id = models.BigIntegerField()
    other_id = models.BigIntegerField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(db_default=Now())
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    sources = models.JSONField(default=dict)
    last = models.JSONField(default=dict)
    made = models.JSONField(default=list)
    erased = models.BooleanField(default=False)
    undone_at = models.DateTimeField(null=True)
    undone_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    objects: ClassVar[Any] = MergeQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["record_type", "other_id"], name="merged_once", condition=models.Q(undone_at=None)
            )
        ]
        indexes = [models.Index(fields=["record_type", "record_id"], name="merge_into")]

    if TYPE_CHECKING:
        moves: Any
        kept: Any

    def __str__(self) -> str:
        return f"{self.record_type} {self.other_id} → {self.record_id}"

    def get_absolute_url(self) -> str:
        return reverse("merge", args=[self.pk])

    def record(self, number: int) -> Any:
        """One of its two records, whoever asks."""
        return apps.get_model(self.record_type)._base_manager.get(pk=number)


class Move(models.Model):
    """Rows of a table whose `column` was the loser's number and became the winner's."""

    stays_when_merged: ClassVar[bool] = True

    merge = models.ForeignKey(Merge, models.CASCADE, related_name="moves")
    table = models.CharField(max_length=120)
    column = models.CharField(max_length=60)
    pks = models.JSONField()

    def __str__(self) -> str:
        return f"{self.table}.{self.column}"


class Kept(models.Model):
    """A whole row that had to give way to the winner's own, by column."""

    stays_when_merged: ClassVar[bool] = True

    merge = models.ForeignKey(Merge, models.CASCADE, related_name="kept")
    table = models.CharField(max_length=120)
    row = models.JSONField()

    def __str__(self) -> str:
        return self.table
