"""Imports and the rows they did not take."""

from pathlib import Path
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.core.base.lines import Place
from zhike.core.base.tables import Table
from zhike.core.base.workbooks import read
from zhike.core.resources.registry import RESOURCES
from zhike.core.resources.resource import Resource
from zhike.surfaces.exchange.matching import Match


class Stage(models.TextChoices):
    MATCH = "match", _("Match")
    CHECKING = "checking", _("Checking")
    CHECKED = "checked", _("Checked")
    RUNNING = "running", _("Importing")
    DONE = "done", _("Done")
    STOPPED = "stopped", _("Stopped")
    FAILED = "failed", _("Failed")
    UNDOING = "undoing", _("Undoing")
    UNDONE = "undone", pgettext_lazy("an import", "Undone")


class Perhaps(models.TextChoices):
    """What becomes of a row that would make a record which is perhaps there already."""

    CREATE = "create", _("Create it anyway, and list it")
    UPDATE = "update", _("Update the record that is there")
    SKIP = "skip", _("Leave it out, and list it")


class ImportQuerySet(models.QuerySet["Import"]):
    def visible_to(self, user: Any) -> Self:
        """One's own; administrators see all."""
        if not getattr(user, "is_active", False):
            return self.none()
        return self if user.sees_all else self.filter(created_by=user)


class Import(models.Model):
    """`file` lies under MEDIA_ROOT/imports; `name` is what it was called. `matches` are rows of a `Match`.

    `matched_as` names the saved match that was taken over. `sheets` are the names of a workbook's sheets, `sheet` the
    one read.
    `first_record` is the key of the first record it made. `place` is the marker: where in the file the next chunk
    begins. It is written with the chunk's rows.
    `creates_clients`: a client that a row names and nobody knows is made, and counted in `clients_created`.
    `perhaps_same` counts the new rows that look like a record which stood before; `perhaps` says what becomes of them.
    Its events lie between `first_event` and `last_event`; `undo_place` is the last of them that was turned round.
    `warnings` counts, by column and value, what was left out of rows that went in.
    """

    resource = models.CharField(max_length=40)
    name = models.CharField(_("file"), max_length=200)
    file = models.CharField(max_length=80)
    encoding = models.CharField(max_length=20)
    delimiter = models.CharField(max_length=1)
    header_row = models.PositiveIntegerField()
    sheet = models.CharField(max_length=80, blank=True)
    sheets = models.JSONField(default=list)
    total = models.PositiveBigIntegerField(_("rows"))
    matches = models.JSONField(default=list)
    matched_as = models.CharField(max_length=80, blank=True)
    key = models.CharField(max_length=60, blank=True)
    region = models.CharField(max_length=2, blank=True)
    creates_clients = models.BooleanField(_("create the clients that are missing"), default=False)
    clients_created = models.PositiveBigIntegerField(default=0)
    perhaps = models.CharField(
        _("rows that are perhaps there already"), max_length=6, choices=Perhaps, default=Perhaps.CREATE
    )
    perhaps_same = models.PositiveBigIntegerField(default=0)
    stage = models.CharField(_("stage"), max_length=8, choices=Stage, default=Stage.MATCH)
    place = models.JSONField(null=True)
    first_record = models.BigIntegerField(null=True)
    created = models.PositiveBigIntegerField(default=0)
    updated = models.PositiveBigIntegerField(default=0)
    unchanged = models.PositiveBigIntegerField(default=0)
    rejected = models.PositiveBigIntegerField(default=0)
    first_event = models.BigIntegerField(null=True)
    last_event = models.BigIntegerField(null=True)
    undo_place = models.BigIntegerField(null=True)
    undone = models.PositiveBigIntegerField(default=0)
    spared_rows = models.PositiveBigIntegerField(default=0)
    warnings = models.JSONField(default=dict)
    failure = models.TextField(blank=True)
    job_id = models.BigIntegerField(null=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False)
    created_at = models.DateTimeField(db_default=Now())
    finished_at = models.DateTimeField(null=True)

    objects = ImportQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["created_by", "-id"], name="import_of_person")]

    def __str__(self) -> str:
        return self.name

    @property
    def path(self) -> Path:
        return folder() / self.file

    @property
    def declared(self) -> Resource:
        return RESOURCES[self.resource]

    @property
    def matched(self) -> list[Match]:
        return [Match(column, field, why, tuple(sample)) for column, field, why, sample in self.matches]

    @property
    def done(self) -> int:
        """Rows of which it is decided what becomes of them."""
        return self.created + self.updated + self.unchanged + self.rejected

    @property
    def marker(self) -> Place | None:
        return Place(*self.place) if self.place else None

    @property
    def counts(self) -> dict[str, int]:
        return {name: getattr(self, name) for name in COUNTS}

    @cached_property
    def table(self) -> Table:
        told = {"encoding": self.encoding, "delimiter": self.delimiter, "header_row": self.header_row}
        return read(self.path, sheet=self.sheet, **told)  # type: ignore[arg-type]


COUNTS = ("created", "updated", "unchanged", "rejected")
MADE = ("clients_created", "perhaps_same", "first_record", "first_event", "last_event")


class SavedMatch(models.Model):
    """How the columns of files with the same `headers` (their digest) were matched: the field by folded column."""

    resource = models.CharField(max_length=40)
    name = models.CharField(_("name"), max_length=80)
    headers = models.CharField(max_length=64)
    fields = models.JSONField()
    key = models.CharField(max_length=60, blank=True)
    saved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False)
    saved_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["resource", "name"], name="one_match_per_name")]
        indexes = [models.Index(fields=["resource", "headers"], name="match_of_headers")]

    def __str__(self) -> str:
        return self.name


class Reject(models.Model):
    """A row not taken. `faults` are [column, field, value, reason]; `values` the row as it stood in the file."""

    of = models.ForeignKey(Import, models.CASCADE, related_name="rejects")
    row = models.PositiveBigIntegerField()
    line = models.PositiveBigIntegerField()
    faults = models.JSONField()
    values = models.JSONField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["of", "row"], name="reject_once")]

    def __str__(self) -> str:
        return f"{self.of_id}: {self.row}"


class Likeness(models.Model):
    """A row that was created though it is perhaps the record `record_id`, or changed that one. `called` is its name in
    the file, `reasons` are words such as “same phone”."""

    of = models.ForeignKey(Import, models.CASCADE, related_name="likenesses")
    row = models.PositiveBigIntegerField()
    line = models.PositiveBigIntegerField()
    called = models.CharField(max_length=200)
    record_id = models.BigIntegerField()
    reasons = models.JSONField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["of", "row"], name="likeness_once")]

    def __str__(self) -> str:
        return f"{self.of_id}: {self.row}"


class Spared(models.Model):
    """A record that undoing left as it is, and why. `row` is where the file spoke of it."""

    of = models.ForeignKey(Import, models.CASCADE, related_name="spared")
    row = models.PositiveBigIntegerField()
    record_id = models.BigIntegerField()
    reason = models.TextField()

    def __str__(self) -> str:
        return f"{self.of_id}: {self.row}"


def folder() -> Path:
    """Where the files lie; made when it is not there."""
    found = Path(settings.MEDIA_ROOT) / "imports"
    found.mkdir(parents=True, exist_ok=True)
    return found
