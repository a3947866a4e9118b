"""What the index knows, and what each person opened last."""

from typing import ClassVar

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models.functions import Now


class Entry(models.Model):
    """A record at one of its clients. Derived, so it holds no row back: foreign keys are without constraint.

    `person` is who sees it where no client says so: who added it, or who is to do it. `version` is the record's when it
    was read.
    """

    stays_when_merged: ClassVar[bool] = True

    record_type = models.CharField(max_length=60)
    record_id = models.BigIntegerField()
    client = models.ForeignKey("clients.Client", models.CASCADE, null=True, related_name="+", db_constraint=False)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.DO_NOTHING, null=True, related_name="+", db_constraint=False, db_index=False
    )
    archived = models.BooleanField(default=False)
    at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)
    vector = SearchVectorField()

    class Meta:
        abstract = True
        constraints = [
            models.UniqueConstraint(
                fields=["record_type", "record_id", "client"], name="%(class)s_once", nulls_distinct=False
            )
        ]
        indexes = [GinIndex(fields=["vector"], name="%(class)s_vector")]

    def __str__(self) -> str:
        return f"{self.record_type} {self.record_id}"


class SearchEntry(Entry):
    """What is known by name: clients, people, files."""


class TextEntry(Entry):
    """Long texts: conversations, comments. A table of its own: PostgreSQL then knows how common a word is in each."""


class Opened(models.Model):
    """When a person last opened a record."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    record_type = models.CharField(max_length=60)
    record_id = models.BigIntegerField()
    at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "record_type", "record_id"], name="opened_once")]
        indexes = [models.Index(fields=["user", "-at"], name="opened_last")]

    def __str__(self) -> str:
        return f"{self.user_id} opened {self.record_type} {self.record_id}"
