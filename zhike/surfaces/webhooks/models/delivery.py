"""One event for one webhook."""

from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.core.lifecycle.transition import transition
from zhike.core.record.models import Record
from zhike.core.record.queryset import RecordQuerySet
from zhike.surfaces.webhooks import events
from zhike.surfaces.webhooks.models.webhook import Webhook, Webhooks
from zhike.surfaces.webhooks.policies import may_tend


class State(models.TextChoices):
    WAITING = "waiting", pgettext_lazy("webhook", "Waiting")
    SENT = "sent", pgettext_lazy("webhook", "Sent")
    FAILED = "failed", pgettext_lazy("webhook", "Given up")
    WITHHELD = "withheld", pgettext_lazy("webhook", "Withheld")


def _on(delivery: Any) -> bool:
    return delivery.archived_at is None and delivery.webhook.state == Webhooks.ON


class DeliveryQuerySet(RecordQuerySet["Delivery"]):
    def visible_to(self, user: Any) -> Self:
        """With their webhook."""
        return self.filter(webhook__in=Webhook.objects.visible_to(user)).select_related("webhook")

    def waiting(self) -> Self:
        return self.standing().filter(state=State.WAITING)

    def due(self, webhook: Any) -> Self:
        """Those of a webhook that may go now, oldest first: none behind one of the same record that still rests."""
        now = timezone.now()
        resting = self.model.objects.waiting().filter(
            webhook=webhook, record_type=OuterRef("record_type"), record_id=OuterRef("record_id"),
            pk__lt=OuterRef("pk"), due_at__gt=now,
        )  # fmt: skip
        return self.waiting().filter(~Exists(resting), webhook=webhook, due_at__lte=now).order_by("pk")


class Delivery(Record):
    """`status` is that of HTTP, empty when nothing was answered; `answer` is what was said, or why nothing was."""

    prefix = "WD"
    label_fields = ("kind",)
    may_add, may_amend = staticmethod(may_tend), staticmethod(may_tend)

    webhook = models.ForeignKey(
        Webhook,
        models.PROTECT,
        verbose_name=_("webhook"),
        related_name="deliveries",
        editable=False,
        db_index=False,
    )
    event = models.ForeignKey(
        "timeline.Event", models.DO_NOTHING, related_name="+", editable=False, db_constraint=False, db_index=False
    )
    kind = models.CharField(_("what happened"), max_length=60, editable=False)
    record_type = models.CharField(max_length=60, editable=False)
    record_id = models.BigIntegerField(editable=False)
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.WAITING, editable=False)
    tries = models.PositiveSmallIntegerField(_("tries"), default=0, editable=False)
    due_at = models.DateTimeField(_("next try"), default=timezone.now, editable=False)
    status = models.PositiveSmallIntegerField(_("HTTP status"), null=True, editable=False)
    answer = models.CharField(_("answer"), max_length=500, blank=True, editable=False)
    took = models.PositiveIntegerField(_("milliseconds"), null=True, editable=False)
    sent_at = models.DateTimeField(_("sent"), null=True, editable=False)
    note = models.CharField(_("note"), max_length=200, blank=True)

    objects: ClassVar[Any] = DeliveryQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = pgettext_lazy("webhook", "delivery"), pgettext_lazy("webhook", "deliveries")
        indexes = [
            models.Index(fields=["webhook", "id"], name="delivery_waits", condition=models.Q(state="waiting")),
            models.Index(fields=["webhook", "-id"], name="delivery_of_webhook"),
        ]
        constraints = [models.UniqueConstraint(fields=["webhook", "event"], name="told_once")]

    def __str__(self) -> str:
        return f"{self.reference} {self.kind}"

    @transition(
        source=(State.SENT, State.FAILED, State.WITHHELD), target=State.WAITING, may=may_tend, when=_on,
        tells=events.AGAIN, label=_("Send again"), icon="repeat", look="primary",
    )  # fmt: skip
    def send_again(self, *, by: Any) -> dict[str, Any]:
        """The same words under the same reference."""
        self.tries, self.due_at = 0, timezone.now()
        return {"name": self.reference}
