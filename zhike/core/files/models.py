"""A file on a record."""

from typing import Any, ClassVar

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.core.base.files import extension_of
from zhike.core.files import events
from zhike.core.files.content import shown_as
from zhike.core.files.queryset import AttachmentQuerySet
from zhike.core.record.models import Record
from zhike.core.resources.registry import find_record
from zhike.core.timeline.kinds import EventKind

THUMB_LIMIT = 2 * 1024 * 1024  # bytes up to which a picture is its own preview


class Attachment(Record):
    """`record_type` is empty for a draft. `stored` is its name on the disk, empty once the content was swept away."""

    prefix = "FL"

    name = models.CharField(_("file name"), max_length=200)
    size = models.PositiveBigIntegerField(pgettext_lazy("of a file", "size"), editable=False)
    content_type = models.CharField(_("content"), max_length=127, editable=False)
    sha256 = models.CharField(max_length=64, editable=False)
    stored = models.CharField(max_length=32, editable=False, blank=True)
    record_type = models.CharField(max_length=60, blank=True, editable=False)
    record_id = models.BigIntegerField(null=True, editable=False)
    client = models.ForeignKey(
        "clients.Client", models.PROTECT, null=True, editable=False, verbose_name=_("client"), related_name="+"
    )

    objects: ClassVar[Any] = AttachmentQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name, verbose_name_plural = _("file"), _("files")
        indexes = [
            *Record.Meta.indexes,
            models.Index(fields=["record_type", "record_id", "id"], name="attachment_of_record"),
            models.Index(fields=["created_at"], name="attachment_draft", condition=models.Q(record_type="")),
        ]
        constraints = [
            models.UniqueConstraint(fields=["stored"], name="attachment_stored_once", condition=~models.Q(stored="")),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("file", args=[self.reference, self.name])

    def record_seen_by(self, user: Any) -> models.Model | None:
        """What it hangs on, if this person may see it."""
        return find_record(self.record_type, self.record_id, user) if self.record_type and self.record_id else None

    @property
    def is_draft(self) -> bool:
        return not self.record_type

    @property
    def ending(self) -> str:
        """PDF, XLSX: what people call the kind of a file by."""
        return extension_of(self.name).upper()

    @property
    def shown_as(self) -> str:
        """The media type under which a browser may show it; empty when it may not."""
        return shown_as(self.name, self.content_type)

    @property
    def has_preview(self) -> bool:
        return self.shown_as.startswith("image/") and self.size <= THUMB_LIMIT

    def tells_added(self, values: dict[str, Any]) -> EventKind:
        return events.ATTACHED if self.record_type else events.UPLOADED
