"""Who decides for whom, from a day until a day."""

from datetime import date
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from zhike.core.lifecycle.policies import may_administer, may_work
from zhike.core.record.models import Record
from zhike.core.record.queryset import RecordQuerySet


def may_give(user: Any, delegation: Any) -> bool:
    """One's own decisions; administrators anyone's."""
    return may_administer(user) or (may_work(user) and delegation.person_id == user.pk)


class DelegationQuerySet(RecordQuerySet["Delegation"]):
    def visible_to(self, user: Any) -> Self:
        """Everyone on staff may know who decides for whom."""
        return self if user.is_active else self.none()

    def running(self, today: date) -> Self:
        return self.standing().filter(since__lte=today, until__gte=today)

    def given_to(self, deputy: Any) -> Self:
        """Those by which this person decides for others today."""
        return self.running(timezone.localdate()).filter(deputy=deputy)


class Delegation(Record):
    """Both days count. Nobody's own requests come back to them by it."""

    prefix = "DG"
    label_fields = ("person", "deputy")
    may_amend = staticmethod(may_give)

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("decides for"), related_name="delegations"
    )
    deputy = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("deputy"), related_name="delegated"
    )
    since = models.DateField(_("from"))
    until = models.DateField(_("until"))
    note = models.CharField(_("note"), max_length=200, blank=True)

    objects: ClassVar[Any] = DelegationQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name, verbose_name_plural = _("delegation"), _("delegations")
        constraints = [
            models.CheckConstraint(condition=Q(until__gte=F("since")), name="delegation_goes_forwards"),
            models.CheckConstraint(condition=~Q(person=F("deputy")), name="delegation_to_another"),
        ]

    def __str__(self) -> str:
        return f"{self.person} → {self.deputy}"
