"""An offer as it was made to one client, and each use of it."""

from datetime import date
from typing import Any, ClassVar

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zhike.clients.offers import events
from zhike.clients.offers.choices import Answer
from zhike.clients.offers.eligibility import why_not_offered, why_not_redeemed
from zhike.clients.offers.errors import NotForThem
from zhike.clients.offers.models.offer import Eligible, Offer
from zhike.clients.offers.steps import RedeemForm, WhyForm
from zhike.core.lifecycle.policies import may_work
from zhike.core.lifecycle.transition import transition
from zhike.core.record.models import Record
from zhike.core.record.queryset import RecordQuerySet
from zhike.core.timeline.kinds import EventKind


def _stands(offering: Any) -> bool:
    return offering.archived_at is None


def _has_uses_left(offering: Any) -> bool:
    return _stands(offering) and offering.uses < offering.offer.each


class OfferingQuerySet(RecordQuerySet["Offering"]):
    def add(self, *, by: Any, **values: Any) -> Any:
        """Offer it. Raises NotForThem where it is not open, not for this client, or was offered before."""
        with transaction.atomic():
            Offer.objects.select_for_update(no_key=True).get(pk=values["offer"].pk)
            if reason := why_not_offered(values["offer"], values["client"]):
                raise NotForThem(reason)
            made = super().add(by=by, **values)
            Eligible.objects.get_or_create(offer=values["offer"], client=values["client"])
        return made


class Offering(Record):
    """`source_text` names where it was offered: the reference of a conversation, such as CV-12, or words."""

    prefix = "OG"
    label_fields = ("offer_id",)

    client = models.ForeignKey("clients.Client", models.PROTECT, verbose_name=_("client"), related_name="offerings")
    offer = models.ForeignKey(Offer, models.PROTECT, verbose_name=_("offer"), related_name="offerings")
    contact = models.ForeignKey(
        "clients.Contact", models.PROTECT, null=True, blank=True, verbose_name=_("offered to"), related_name="+"
    )
    source_text = models.CharField(_("where it was said"), max_length=200, blank=True)
    state = models.CharField(_("state"), max_length=8, choices=Answer, default=Answer.OFFERED, editable=False)
    uses = models.PositiveSmallIntegerField(_("times redeemed"), default=0, editable=False)

    objects: ClassVar[Any] = OfferingQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name, verbose_name_plural = _("offer made"), _("offers made")
        constraints = [
            models.UniqueConstraint(
                fields=["offer", "client"], condition=Q(archived_at=None), name="offered_once_to_a_client"
            )
        ]

    def __str__(self) -> str:
        return str(self.offer)

    def tells_added(self, values: dict[str, Any]) -> EventKind:
        return events.MADE

    @transition(
        source=tuple(Answer), target=Answer.REDEEMED, may=may_work, when=_has_uses_left, tells=events.REDEEMED,
        label=_("Redeem"), form=RedeemForm, look="primary",
    )  # fmt: skip
    def redeem(self, *, by: Any, on: date, purchase: Any = None, note: str = "") -> dict[str, Any]:
        """One use of it on that day. Raises NotForThem outside its days or when all its uses are used up."""
        offer = Offer.objects.select_for_update(no_key=True).get(pk=self.offer_id)
        if reason := why_not_redeemed(offer, on, used=Redemption.objects.filter(offering__offer=offer).count()):
            raise NotForThem(reason)
        Redemption.objects.create(offering=self, on=on, purchase=purchase, note=note, by=by)
        self.uses += 1
        return {"name": str(self), "on": on.isoformat(), "note": note}

    @transition(
        source=Answer.OFFERED, target=Answer.DECLINED, may=may_work, when=_stands, tells=events.DECLINED,
        label=_("They do not want it"), icon="close", form=WhyForm,
    )  # fmt: skip
    def decline(self, *, by: Any, why: str) -> dict[str, Any]:
        return {"name": str(self), "why": why}

    @transition(
        source=Answer.REDEEMED, may=may_work, when=_stands, tells=events.TAKEN_BACK,
        label=_("Strike the last redemption"), icon="undo", form=WhyForm,
    )  # fmt: skip
    def take_back(self, *, by: Any, why: str) -> dict[str, Any]:
        """It was noted by mistake."""
        self.redemptions.order_by("-pk")[0].delete()
        self.uses -= 1
        self.state = Answer.REDEEMED if self.uses else Answer.OFFERED
        return {"name": str(self), "why": why}


class Redemption(models.Model):
    """One use, on a day; `purchase` is what it was used for, where that is noted."""

    offering = models.ForeignKey(Offering, models.CASCADE, related_name="redemptions")
    on = models.DateField()
    purchase = models.ForeignKey("purchases.Purchase", models.PROTECT, null=True, related_name="+")
    note = models.CharField(max_length=200, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["on", "pk"]

    def __str__(self) -> str:
        return f"{self.offering_id} {self.on}"
