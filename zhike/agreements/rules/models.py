"""What the rules of engagement keep beside the ledger: clocks by clauses, rounds used, rules that were crossed."""

from typing import TYPE_CHECKING, Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.agreements.choices import Side
from zhike.agreements.rules.choices import How
from zhike.agreements.rules.queryset import CrossingQuerySet, RoundQuerySet
from zhike.core.timeline.moment import moment


class ClauseClock(models.Model):
    """Chosen when the clock starts. No amendment moves a clock that runs: it is due by the clause of its start."""

    stays_when_merged: ClassVar[bool] = True

    deadline = models.OneToOneField("clock.Deadline", models.CASCADE, primary_key=True, related_name="ruled")
    clause = models.ForeignKey("agreements.Entry", models.PROTECT, related_name="clocks")

    class Meta:
        verbose_name, verbose_name_plural = _("clock of a clause"), _("clocks of clauses")

    def __str__(self) -> str:
        return f"{self.deadline_id} {self.clause_id}"


class Round(models.Model):
    """One round of revision, used by the record that it names; or, with `takes_back`, one that was none.

    Append-only: a trigger refuses all else.
    """

    stays_when_merged: ClassVar[bool] = True

    clause = models.ForeignKey("agreements.Entry", models.PROTECT, related_name="rounds")
    record_type = models.CharField(max_length=60)
    record_id = models.BigIntegerField()
    used_on = models.DateField(_("used on"))
    note = models.CharField(pgettext_lazy("of a round", "what was asked"), max_length=300, blank=True)
    takes_back = models.OneToOneField("self", models.PROTECT, null=True, related_name="taken_back")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False)
    noted_at = models.DateTimeField(default=moment)

    objects: ClassVar[Any] = RoundQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = _("round of revision"), _("rounds of revision")
        indexes = [models.Index(fields=["record_type", "record_id"], name="round_of_record")]

    def __str__(self) -> str:
        return f"{self.clause_id} {self.used_on}"

    if TYPE_CHECKING:
        clause_id: int


class Crossing(models.Model):
    """`side` did not keep to the rule of `clause`, in the record that it names; noted once. `anyway`: on purpose."""

    stays_when_merged: ClassVar[bool] = True

    clause = models.ForeignKey("agreements.Entry", models.PROTECT, related_name="crossings")
    side = models.CharField(_("whose"), max_length=4, choices=Side)
    how = models.CharField(_("how"), max_length=7, choices=How)
    record_type = models.CharField(max_length=60)
    record_id = models.BigIntegerField()
    crossed_at = models.DateTimeField(_("when"))
    anyway = models.BooleanField(default=False)

    objects: ClassVar[Any] = CrossingQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = _("crossed rule"), _("crossed rules")
        indexes = [models.Index(fields=["record_type", "record_id"], name="crossing_of_record")]
        constraints = [
            models.UniqueConstraint(fields=["clause", "how", "record_type", "record_id"], name="crossed_once")
        ]

    def __str__(self) -> str:
        return f"{self.clause_id} {self.how}"

    if TYPE_CHECKING:
        clause_id: int
