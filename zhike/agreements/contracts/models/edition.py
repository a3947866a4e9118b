"""What was sent to be signed, word for word."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from zhike.agreements.chain import fingerprint
from zhike.agreements.choices import How
from zhike.agreements.contracts.choices import Outcome
from zhike.agreements.twins.spoken import all_spoken

WHOLE = "contract"  # the part that stands for all of the edition


class Edition(models.Model):
    """`head` holds what stands beside the clauses: parties, title, preamble, total, days, plan of payment. Neither that
    nor the clauses (a trigger of the ledger keeps their words) change. `read_at`: `contact` came to its end;
    `signed_name` is what they wrote under it, `how` the way, `reason` why it was not signed. `stuck_at`: they would
    have signed, and could not, because a clause of it does not stand any more.
    """

    stays_when_merged: ClassVar[bool] = True

    contract = models.ForeignKey("contracts.Contract", models.PROTECT, related_name="editions")
    number = models.PositiveSmallIntegerField(_("edition"))
    head = models.JSONField()
    contact = models.ForeignKey("clients.Contact", models.PROTECT, related_name="+")
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    sent_at = models.DateTimeField(_("sent"))
    outcome = models.CharField(_("outcome"), max_length=10, choices=Outcome, default=Outcome.SENT)
    read_at = models.DateTimeField(_("read to the end"), null=True)
    settled_at = models.DateTimeField(null=True)
    stuck_at = models.DateTimeField(null=True)
    signed_name = models.CharField(_("signed as"), max_length=120, blank=True)
    how = models.CharField(_("by which way"), max_length=10, choices=How, blank=True)
    reason = models.TextField(_("why"), blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["contract", "number"], name="edition_once"),
            models.UniqueConstraint(
                fields=["contract"], condition=models.Q(outcome=Outcome.SIGNED), name="one_edition_in_force"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.contract_id}/{self.number}"

    @property
    def clauses(self) -> Any:
        """The lines that are its clauses, in their order."""
        return self.lines.filter(part="").select_related("entry__supersedes", "entry__contact")

    def read(self) -> Any:
        """Its clauses, each line with its entry as whoever reads now reads it, as `clause`."""
        lines = list(self.clauses)
        for line, clause in zip(lines, all_spoken([one.entry for one in lines]), strict=True):
            line.clause = clause
        return lines

    @property
    def entries(self) -> list[Any]:
        """Its clauses, in their order."""
        return [line.entry for line in self.clauses]

    @property
    def all_entries(self) -> list[Any]:
        """What stands in its head, then its clauses."""
        return [line.entry for line in self.lines.select_related("entry__supersedes", "entry__contact")]

    @property
    def seen(self) -> str:
        """Changes with any word of it: who signs says which ones they read."""
        said = {str(one.pk): one.seen for one in self.entries}
        return fingerprint({"number": self.number, "head": self.head, "clauses": said})

    @property
    def read_as(self) -> str:
        """Changes with any word of it, and with what stands beside its clauses in the other language: what whoever
        signs has before them. Only `seen` is sealed, for such words may be added afterwards.
        """
        twins = {str(one.pk): told for one in all_spoken(self.entries) if (told := one.as_written())}
        return fingerprint({"words": self.seen, "twins": twins}) if twins else self.seen


class EditionLine(models.Model):
    """A clause in its place, or a `part` of the head (`heading`). `outlasts`: it holds on after the contract."""

    stays_when_merged: ClassVar[bool] = True

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="lines")
    entry = models.ForeignKey("agreements.Entry", models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()
    outlasts = models.BooleanField(default=False)
    part = models.CharField(max_length=30, blank=True, default="", db_default="")

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["edition", "entry"], name="clause_once_in_edition"),
            models.UniqueConstraint(
                fields=["edition", "part"], name="part_once_in_edition", condition=~models.Q(part="")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.edition_id}/{self.position}"
