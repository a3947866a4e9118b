"""Two requirements of one client's own people that cannot both hold."""

from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.core.lifecycle.policies import may_nobody
from zhike.core.record.models import Record
from zhike.core.record.queryset import RecordQuerySet
from zhike.core.timeline.kinds import EventKind
from zhike.domains.requirements import events
from zhike.domains.requirements.choices import ConflictState as State
from zhike.domains.requirements.choices import Why
from zhike.domains.requirements.models.deciding import Deciding


class ConflictQuerySet(RecordQuerySet["Conflict"]):
    def open(self) -> Self:
        """Nobody decided yet."""
        return self.standing().filter(state__in=(State.OPEN, State.ASKED))

    def of(self, *requirements: Any) -> Self:
        return self.filter(Q(one__in=requirements) | Q(other__in=requirements))


class Conflict(Deciding, Record):
    """`one` was heard before `other`. `decider` is who at the client's decides, `entry` that decision in the ledger,
    `holds` the one which it says holds; None where they said something else. `about` names both.
    """

    prefix = "CF"
    label_fields = ("about",)
    may_add = staticmethod(may_nobody)  # the program finds them

    client = models.ForeignKey("clients.Client", models.PROTECT, verbose_name=_("client"), related_name="+")
    one = models.ForeignKey(
        "requirements.Requirement", models.PROTECT, verbose_name=_("the one"), related_name="conflicts_before"
    )
    other = models.ForeignKey(
        "requirements.Requirement", models.PROTECT, verbose_name=_("the other"), related_name="conflicts_after"
    )
    about = models.CharField(pgettext_lazy("conflict", "about"), max_length=300)
    why = models.CharField(pgettext_lazy("conflict", "why"), max_length=7, choices=Why)
    note = models.TextField(_("note"), blank=True)
    state = models.CharField(_("state"), max_length=9, choices=State, default=State.OPEN, editable=False)
    decider = models.ForeignKey(
        "clients.Contact", models.PROTECT, null=True, editable=False, verbose_name=_("who decides"), related_name="+"
    )
    holds = models.ForeignKey(
        "requirements.Requirement", models.PROTECT, null=True, editable=False, verbose_name=_("what holds"),
        related_name="+",
    )  # fmt: skip
    entry = models.ForeignKey(
        "agreements.Entry", models.PROTECT, null=True, editable=False, verbose_name=_("agreement"), related_name="+"
    )
    reason = models.TextField(_("why it is none"), blank=True, editable=False)

    objects: ClassVar[Any] = ConflictQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name, verbose_name_plural = _("conflict of requirements"), _("conflicts of requirements")
        indexes = [*Record.Meta.indexes, models.Index(fields=["client", "state"], name="conflict_of_client")]
        constraints = [
            models.UniqueConstraint(fields=["one", "other"], name="conflict_once"),
            models.CheckConstraint(condition=Q(one__lt=F("other")), name="conflict_in_order"),
        ]

    def __str__(self) -> str:
        return self.about

    def tells_added(self, values: dict[str, Any]) -> EventKind:
        return events.CLASHED
