"""What is offered, and to whom it may be."""

from datetime import date
from typing import Any, ClassVar, Self

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from zhike.clients.offers import events
from zhike.clients.offers.choices import Gives, State
from zhike.clients.offers.eligibility import eligible
from zhike.clients.offers.errors import Over
from zhike.clients.offers.steps import WhyForm
from zhike.clients.rules.column import RuleColumn
from zhike.core.base import money
from zhike.core.lifecycle.errors import WrongState
from zhike.core.lifecycle.policies import may_lead
from zhike.core.lifecycle.transition import transition
from zhike.core.record.models import Record
from zhike.core.record.queryset import RecordQuerySet
from zhike.core.timeline.moment import moment

FIXED = (
    "gives",
    "percent",
    "amount",
    "currency",
    "segment_id",
    "rule",
    "valid_from",
    "each",
    "days",
)  # once it is open
AT_ONCE = 5_000


def _stands(offer: Any) -> bool:
    return offer.archived_at is None


class OfferQuerySet(RecordQuerySet["Offer"]):
    def visible_to(self, user: Any) -> Self:
        """Everyone on staff knows what is offered."""
        return self if getattr(user, "is_active", False) else self.none()

    def open(self) -> Self:
        return self.standing().filter(state=State.OPEN)

    def over(self, today: date) -> Self:
        """Open ones whose last day has passed."""
        return self.open().filter(valid_until__lt=today)


class Offer(Record):
    """`gives` says which of `percent`, `amount` and `currency` count; `text` says the rest to the client. It is for the
    members of `segment` whom `rule` fits, as far as there are these. `most` limits its uses in all, `each` those of one
    client. `days` is how long before and after its opening purchases are compared.
    """

    prefix = "OF"
    label_fields = ("title", "title_zh")
    may_add = may_amend = staticmethod(may_lead)

    title = models.CharField(_("title"), max_length=120)
    title_zh = models.CharField(_("title in Chinese"), max_length=120, blank=True)
    gives = models.CharField(_("what it gives"), max_length=8, choices=Gives, default=Gives.PERCENT)
    percent = models.DecimalField(_("percent"), max_digits=5, decimal_places=2, null=True, blank=True)
    amount = models.DecimalField(_("amount"), max_digits=14, decimal_places=2, null=True, blank=True)
    currency = models.CharField(_("currency"), max_length=3, blank=True)
    text = models.TextField(_("in words"), blank=True)
    valid_from = models.DateField(_("valid from"))
    valid_until = models.DateField(_("valid until"))
    segment = models.ForeignKey(
        "segments.Segment", models.PROTECT, null=True, blank=True, verbose_name=_("segment"), related_name="+"
    )
    rule = RuleColumn(_("rule"), null=True, blank=True)
    code = models.CharField(_("code"), max_length=40, blank=True)
    most = models.PositiveIntegerField(
        _("uses in all, at most"), null=True, blank=True, validators=[MinValueValidator(1)]
    )
    each = models.PositiveSmallIntegerField(_("uses per client"), default=1, validators=[MinValueValidator(1)])
    days = models.PositiveSmallIntegerField(
        _("days compared"), default=30, validators=[MinValueValidator(7), MaxValueValidator(365)]
    )
    state = models.CharField(_("state"), max_length=9, choices=State, default=State.DRAFT, editable=False)
    opened_on = models.DateField(_("opened"), null=True, editable=False)
    ended_on = models.DateField(_("ended"), null=True, editable=False)

    objects: ClassVar[Any] = OfferQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name, verbose_name_plural = _("offer"), _("offers")
        constraints = [
            models.CheckConstraint(condition=Q(valid_until__gte=F("valid_from")), name="offer_ends_after_it_begins"),
            models.CheckConstraint(
                condition=Q(state__in=(State.DRAFT, State.WITHDRAWN)) | Q(opened_on__isnull=False), name="offer_opened"
            ),
            models.UniqueConstraint(
                fields=["code"], condition=Q(archived_at=None) & ~Q(code=""), name="one_offer_per_code"
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.called(get_language() or "en")

    def called(self, language: str) -> str:
        return self.title_zh if self.title_zh and language.startswith("zh") else self.title

    @property
    def price(self) -> str:
        """What it takes off, as people write it; empty for what is no number."""
        if self.gives == Gives.PERCENT and self.percent is not None:
            return f"{self.percent.normalize():f} %"
        if self.gives == Gives.AMOUNT and self.amount is not None:
            return money.shown(self.amount, self.currency, get_language() or "en")
        return ""

    @property
    def last_day(self) -> date:
        """The last on which it may be redeemed."""
        return min(self.valid_until, self.ended_on or self.valid_until)

    @property
    def is_archivable(self) -> bool:
        """What clients may still redeem is ended first."""
        return self.state != State.OPEN

    def write(self, values: dict[str, Any]) -> None:
        before = {name: getattr(self, name) for name in FIXED}
        super().write(values)
        if self.pk and self.state != State.DRAFT and any(getattr(self, name) != was for name, was in before.items()):
            raise WrongState(self.get_state_display())

    @transition(
        source=State.DRAFT, target=State.OPEN, may=may_lead, when=_stands, tells=events.OPENED, label=_("Open it"),
        look="primary",
    )  # fmt: skip
    def open(self, *, by: Any) -> dict[str, Any]:
        """From now on it can be offered; who is eligible today is noted, to compare with. Raises Over."""
        self.opened_on = timezone.localdate(moment())
        if self.valid_until < self.opened_on:
            raise Over
        found = eligible(self).values_list("pk", flat=True)
        noted = [Eligible(offer=self, client_id=pk) for pk in found.iterator(AT_ONCE)]
        Eligible.objects.bulk_create(noted, batch_size=AT_ONCE)
        return {"name": str(self), "count": len(noted)}

    @transition(
        source=State.OPEN, target=State.ENDED, may=may_lead, when=_stands, tells=events.ENDED, label=_("End it"),
        icon="check",
    )  # fmt: skip
    def end(self, *, by: Any) -> dict[str, Any]:
        """What was offered can be redeemed for days until today."""
        self.ended_on = timezone.localdate(moment())
        return {"name": str(self)}

    @transition(
        source=(State.DRAFT, State.OPEN), target=State.WITHDRAWN, may=may_lead, when=_stands, tells=events.WITHDRAWN,
        label=_("Withdraw"), icon="stop", form=WhyForm, look="danger",
    )  # fmt: skip
    def withdraw(self, *, by: Any, why: str) -> dict[str, Any]:
        """Nobody can redeem it any more."""
        self.ended_on = timezone.localdate(moment())
        return {"name": str(self), "why": why}


class Eligible(models.Model):
    """A client for whom the offer was when it opened, or when it was offered to that client."""

    offer = models.ForeignKey(Offer, models.CASCADE, related_name="eligible")
    client = models.ForeignKey("clients.Client", models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["offer", "client"], name="eligible_once")]

    def __str__(self) -> str:
        return f"{self.client_id} for {self.offer_id}"
