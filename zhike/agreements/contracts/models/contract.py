"""A contract with a client."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from zhike.agreements.contracts import events
from zhike.agreements.contracts.choices import Renewal, State
from zhike.agreements.contracts.head import VALUES, offered_in
from zhike.agreements.contracts.models.afterwards import Afterwards
from zhike.agreements.contracts.models.edition import WHOLE, Edition
from zhike.agreements.contracts.models.ending import Ending
from zhike.agreements.contracts.models.offering import Offering
from zhike.agreements.contracts.models.signing import Signing
from zhike.agreements.contracts.models.writing import Writing
from zhike.agreements.twins.twinned import OWN, Twinned
from zhike.core.base import money
from zhike.core.lifecycle.errors import WrongState
from zhike.core.record.models import Record
from zhike.core.record.queryset import RecordQuerySet
from zhike.core.timeline.kinds import EventKind

OFFERED = (
    "client_id", "contact_id", "title", "preamble", "amount", "currency", "starts_on", "ends_on", "notice_days",
    "renewal", "renews_months",
)  # fmt: skip


class ContractQuerySet(RecordQuerySet["Contract"]):
    def running(self) -> Self:
        """With an edition in force, and not over."""
        return self.standing().exclude(in_force=None).exclude(state__in=(State.VOID, State.ENDED))

    def without_head(self) -> Self:
        """Sent before the ledger took heads down (`note_head`)."""
        headed = Edition.objects.filter(contract=OuterRef("pk"), lines__part=WHOLE)
        return self.filter(Exists(Edition.objects.filter(contract=OuterRef("pk"))), ~Exists(headed)).order_by("pk")

    def ending(self, by: date) -> Self:
        """Running, and over by then."""
        return self.running().filter(runs_until__lte=by).order_by("runs_until", "pk")


class Contract(Writing, Offering, Signing, Ending, Afterwards, Twinned, Record):
    """`contact` signs for them, `owner` looks after it. What is in `OFFERED` changes only while it is being written.

    `in_force` is the edition signed last; it holds on while a later one is written or waits, until `runs_until`,
    whatever is proposed meanwhile. Unless somebody says so the days of notice before, what it says of renewal happens.
    """

    prefix = "CO"
    label_fields = ("title",)
    twinned: ClassVar[Any] = {OWN: ("title", "preamble")}

    client = models.ForeignKey("clients.Client", models.PROTECT, verbose_name=_("client"), related_name="contracts")
    contact = models.ForeignKey(
        "clients.Contact", models.PROTECT, verbose_name=_("who signs for them"), related_name="contracts"
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("looked after by"), related_name="+"
    )
    title = models.CharField(_("title"), max_length=200)
    number = models.CharField(_("contract number"), max_length=60, blank=True)
    preamble = models.TextField(_("preamble"), blank=True)
    amount = models.DecimalField(
        pgettext_lazy("contract", "total"), max_digits=14, decimal_places=2, null=True, blank=True
    )
    currency = models.CharField(_("currency"), max_length=3, blank=True)
    starts_on = models.DateField(pgettext_lazy("contract", "begins"))
    ends_on = models.DateField(pgettext_lazy("contract", "ends"), null=True, blank=True)
    notice_days = models.PositiveSmallIntegerField(_("notice, days before the end"), default=30)
    renewal = models.CharField(_("at the end"), max_length=8, choices=Renewal, default=Renewal.ENDS)
    renews_months = models.PositiveSmallIntegerField(_("goes on for, months"), default=12)
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.DRAFT, editable=False)
    in_force = models.ForeignKey(
        "contracts.Edition", models.PROTECT, null=True, editable=False, related_name="+", verbose_name=_("in force")
    )
    signed_on = models.DateField(_("signed on"), null=True, editable=False)
    runs_until = models.DateField(_("runs until"), null=True, editable=False)
    warned_for = models.DateField(null=True, editable=False)

    objects: ClassVar[Any] = ContractQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name, verbose_name_plural = _("contract"), _("contracts")
        indexes = [
            *Record.Meta.indexes,
            models.Index(fields=["client", "state"], name="contract_of_client"),
            models.Index(fields=["runs_until"], name="contract_ending", condition=~Q(in_force=None)),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")), name="contract_lasts"),
            models.CheckConstraint(condition=Q(renews_months__gte=1), name="contract_renews"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def total(self) -> str:
        return "" if self.amount is None else money.shown(self.amount, self.currency, get_language() or "en")

    @property
    def signed(self) -> dict[str, Any]:
        """What is in force of `OFFERED`, by name; what is written as long as nothing is."""
        return offered_in(self.in_force.head) if self.in_force else {name: getattr(self, name) for name in VALUES}

    @property
    def notice_by(self) -> date | None:
        """The last day on which one can say that it shall not go on as agreed."""
        until = self.runs_until if self.in_force else self.ends_on
        return until - timedelta(days=self.signed["notice_days"]) if until else None

    @property
    def is_archivable(self) -> bool:
        """A draft that nobody was sent; all else is made void, or ends."""
        return self.state == State.DRAFT and not (self.pk and self.editions.exists())

    @property
    def takes_twins(self) -> bool:
        """As all that they sign, only in the draft."""
        return self.archived_at is None and self.state == State.DRAFT

    @property
    def latest(self) -> Any:
        """The edition sent last, None before the first."""
        return self.editions.order_by("-number").first()

    def write(self, values: dict[str, Any]) -> None:
        """What was offered stays: it is taken back first, and sent anew."""
        before = {name: getattr(self, name) for name in OFFERED}
        super().write(values)
        if self.pk and self.state != State.DRAFT and any(getattr(self, name) != was for name, was in before.items()):
            raise WrongState(self.get_state_display())

    def tells_added(self, values: dict[str, Any]) -> EventKind:
        return events.DRAFTED

    if TYPE_CHECKING:
        editions: Any
        terms: Any
        instalments: Any
