"""One person's right on one subject."""

from datetime import date
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from zhike.clients.rights.choices import Power, Subject
from zhike.clients.sourced import Sourced
from zhike.core.base import money
from zhike.core.record.models import Record
from zhike.core.record.queryset import RecordQuerySet


class RightQuerySet(RecordQuerySet[Any]):
    def in_force(self, today: date) -> Self:
        """Those that hold on that day."""
        begun, lasting = Q(since=None) | Q(since__lte=today), Q(until=None) | Q(until__gte=today)
        return self.standing().filter(begun, lasting)


class Right(Sourced, Record):
    """`words` say the subject where the list of subjects does not. Without `up_to` there is no limit."""

    prefix = "DR"
    label_fields = ("subject", "words", "power", "contact_id")
    goes_with_the_person = True

    client = models.ForeignKey("clients.Client", models.PROTECT, verbose_name=_("client"), related_name="rights")
    contact = models.ForeignKey("clients.Contact", models.PROTECT, verbose_name=_("contact"), related_name="rights")
    subject = models.CharField(pgettext_lazy("of a decision", "subject"), max_length=10, choices=Subject)
    words = models.CharField(_("in other words"), max_length=80, blank=True)
    power = models.CharField(_("right"), max_length=8, choices=Power, default=Power.DECIDES)
    up_to = models.DecimalField(_("up to"), max_digits=19, decimal_places=4, null=True, blank=True)
    currency = models.CharField(_("currency"), max_length=3, blank=True)
    since = models.DateField(_("since"), null=True, blank=True)
    until = models.DateField(_("until"), null=True, blank=True)

    objects: ClassVar[Any] = RightQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name, verbose_name_plural = _("decision right"), _("decision rights")
        indexes = [*Record.Meta.indexes, models.Index(fields=["client", "subject"], name="right_of_client")]
        constraints = [
            models.CheckConstraint(
                condition=Q(until=None) | Q(since=None) | Q(until__gte=F("since")), name="right_ends_after_start"
            ),
            models.CheckConstraint(condition=Q(up_to=None) | ~Q(currency=""), name="right_amount_has_currency"),
        ]

    def __str__(self) -> str:
        return f"{self.contact.called} · {self.about} · {self.get_power_display()}"

    def holds_on(self, day: date) -> bool:
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)

    @property
    def about(self) -> str:
        """The subject, in the words given for it."""
        return self.words or str(self.get_subject_display())

    @property
    def limit(self) -> str:
        """The amount up to which it holds, or nothing."""
        return "" if self.up_to is None else money.shown(self.up_to, self.currency, get_language() or "en")
