"""Comments and watchers, on any record."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from zhike.core.base import markdown
from zhike.core.discussion import events
from zhike.core.discussion.policies import may_retract, may_reword
from zhike.core.lifecycle.transition import transition
from zhike.core.record.events import ARCHIVED, RESTORED
from zhike.core.record.models import Record
from zhike.core.record.queryset import RecordQuerySet
from zhike.core.timeline.kinds import EventKind


def _stands(comment: Any) -> bool:
    return comment.archived_at is None


def _lies(comment: Any) -> bool:
    return comment.archived_at is not None


class CommentQuerySet(RecordQuerySet["Comment"]):
    def of_record(self, record: Any) -> "CommentQuerySet":
        return self.filter(record_type=record._meta.label_lower, record_id=record.pk)


class Comment(Record):
    """What someone of the staff says about a record, in Markdown; never seen by the client."""

    prefix = "CM"
    label_fields = ("text",)
    may_amend = staticmethod(may_reword)

    record_type = models.CharField(max_length=60, editable=False)
    record_id = models.BigIntegerField(editable=False)
    client = models.ForeignKey("clients.Client", models.PROTECT, null=True, editable=False, related_name="+")
    text = models.TextField(_("comment"), max_length=20_000)
    mentions = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="+", blank=True)

    objects: ClassVar[Any] = CommentQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name, verbose_name_plural = _("comment"), _("comments")
        indexes = [
            *Record.Meta.indexes,
            models.Index(fields=["record_type", "record_id", "id"], name="comment_of_record"),
        ]

    def __str__(self) -> str:
        return Truncator(" ".join(markdown.plain(self.text).split())).chars(80)

    def read(self, name: str) -> Any:
        return list(self.mentions.order_by("pk")) if name == "mentions" else super().read(name)

    def tells_added(self, values: dict[str, Any]) -> EventKind:
        return events.COMMENTED

    def tells_edited(self, changed: dict[str, Any]) -> EventKind:
        return events.REWORDED

    @transition(may=may_retract, when=_stands, tells=ARCHIVED, label=_("Remove"), icon="archive", look="danger")
    def archive(self, *, by: Any) -> dict[str, Any]:
        """Out of the discussion. Nothing is lost: `restore` brings it back."""
        self.archived_at = timezone.now()
        return {"name": str(self)}

    @transition(may=may_retract, when=_lies, tells=RESTORED, label=_("Bring back"), icon="undo")
    def restore(self, *, by: Any) -> dict[str, Any]:
        self.archived_at = None
        return {"name": str(self)}


class Watch(models.Model):
    """`user` hears about what happens to the record, and sees it if it is a client."""

    record_type = models.CharField(max_length=60)
    record_id = models.BigIntegerField()
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="watches")
    since = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "record_type", "record_id"], name="watch_once")]
        indexes = [models.Index(fields=["record_type", "record_id"], name="watch_of_record")]

    def __str__(self) -> str:
        return f"{self.user_id} watches {self.record_type} {self.record_id}"
