"""Comments and watchers, on any record."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from zhike.core.record.models import Record


class Comment(Record):
    """What someone of the staff says about a record; never seen by the client."""

    prefix = "CM"

    record_type = models.CharField(max_length=60, editable=False)
    record_id = models.BigIntegerField(editable=False)
    client = models.ForeignKey("clients.Client", models.PROTECT, null=True, editable=False, related_name="+")
    text = models.TextField(_("comment"))
    mentions = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="+", blank=True)

    class Meta(Record.Meta):
        verbose_name, verbose_name_plural = _("comment"), _("comments")
        indexes = [
            *Record.Meta.indexes,
            models.Index(fields=["record_type", "record_id", "id"], name="comment_of_record"),
        ]

    def __str__(self) -> str:
        return self.text[:60]


class Watch(models.Model):
    """`user` hears about what happens to the record, and sees it."""

    record_type = models.CharField(max_length=60)
    record_id = models.BigIntegerField()
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="watches")
    since = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "record_type", "record_id"], name="watch_once")]
        indexes = [models.Index(fields=["record_type", "record_id"], name="watch_of_record")]

    def __str__(self) -> str:
        return f"{self.user_id} watches {self.record_type} {self.record_id}"
