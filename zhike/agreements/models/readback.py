"""What we understood, read back to somebody at the client's: they confirm, correct or ask, item by item."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from zhike.agreements import events
from zhike.agreements.choices import UNSETTLED
from zhike.agreements.twins.twinned import OWN, Twinned
from zhike.core.record.models import Record
from zhike.core.timeline.kinds import EventKind


class Readback(Twinned, Record):
    """`title` says what it is about, as its reader sees it: "Weekly meeting of 6 May"."""

    prefix = "RB"
    label_fields = ("title",)
    twinned: ClassVar[Any] = {OWN: ("title", "note")}
    twin_owner = "created_by"

    client = models.ForeignKey("clients.Client", models.PROTECT, verbose_name=_("client"), related_name="readbacks")
    contact = models.ForeignKey(
        "clients.Contact", models.PROTECT, verbose_name=_("who confirms"), related_name="readbacks"
    )
    title = models.CharField(_("about"), max_length=200)
    note = models.TextField(_("a word to them"), blank=True)
    entries: Any = models.ManyToManyField(
        "agreements.Entry",
        through="agreements.ReadbackItem",
        related_name="readbacks",
        verbose_name=_("what is read back"),
    )

    class Meta(Record.Meta):
        verbose_name, verbose_name_plural = _("read-back"), _("read-backs")

    def __str__(self) -> str:
        return self.title

    def tells_added(self, values: dict[str, Any]) -> EventKind:
        return events.READ_BACK

    def lines(self) -> list[Any]:
        """The entries, in their order."""
        items = self.items.select_related(
            "entry__person", "entry__contact", "entry__superseded_by", "entry__supersedes"
        )
        return [item.entry for item in items]

    def waiting(self) -> int:
        """How many are not confirmed yet."""
        return self.entries.filter(state__in=UNSETTLED).count()


class ReadbackItem(models.Model):
    stays_when_merged: ClassVar[bool] = True

    readback = models.ForeignKey(Readback, models.PROTECT, related_name="items")
    entry = models.ForeignKey("agreements.Entry", models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["readback", "entry"], name="read_back_once")]

    def __str__(self) -> str:
        return f"{self.readback_id}/{self.position}"
