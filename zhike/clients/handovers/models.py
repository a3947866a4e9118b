"""One hand-over note."""

from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.clients.handovers import events
from zhike.clients.handovers.chapters import told_to
from zhike.clients.handovers.policies import may_mend, may_receive
from zhike.core.lifecycle.transition import transition
from zhike.core.record.models import Record
from zhike.core.record.queryset import RecordQuerySet
from zhike.core.timeline.kinds import EventKind
from zhike.core.timeline.moment import moment


class State(models.TextChoices):
    UNREAD = "unread", pgettext_lazy("hand-over note", "Not read yet")
    READ = "read", pgettext_lazy("hand-over note", "Read")


class HandoverQuerySet(RecordQuerySet[Any]):
    def unread(self) -> Self:
        return self.standing().filter(state=State.UNREAD)


def _stands(note: Any) -> bool:
    return note.archived_at is None


class Handover(Record):
    """`sections` are what was open that day, in the successor's language: sections of a document, as JSON."""

    prefix = "HN"
    label_fields = ("successor_id",)
    may_amend = staticmethod(may_mend)

    client = models.ForeignKey("clients.Client", models.PROTECT, verbose_name=_("client"), related_name="handovers")
    successor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("successor"), related_name="+"
    )
    text = models.TextField(_("what else to know"), blank=True)
    sections = models.JSONField(default=list, editable=False)
    state = models.CharField(_("state"), max_length=6, choices=State, default=State.UNREAD, editable=False)
    read_at = models.DateTimeField(pgettext_lazy("hand-over note", "read"), null=True, editable=False)

    objects: ClassVar[Any] = HandoverQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name, verbose_name_plural = _("hand-over note"), _("hand-over notes")
        indexes = [
            *Record.Meta.indexes,
            models.Index(fields=["client", "-created_at"], name="handover_of_client"),
            models.Index(fields=["successor"], name="handover_unread", condition=Q(state="unread", archived_at=None)),
        ]

    def __str__(self) -> str:
        return str(_("Hand-over note"))

    def write(self, values: dict[str, Any]) -> None:
        """As any record; what is open is taken down when it is written first."""
        super().write(values)
        if self.pk is None:
            self.sections = told_to(self.successor, self.client)

    def tells_added(self, values: dict[str, Any]) -> EventKind:
        return events.WRITTEN

    @transition(
        source=State.UNREAD, target=State.READ, may=may_receive, when=_stands, tells=events.READ,
        label=_("I have read it"), look="primary",
    )  # fmt: skip
    def mark_read(self, *, by: Any) -> None:
        self.read_at = moment()
