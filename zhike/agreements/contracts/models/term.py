"""One line of a contract that is being written."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from zhike.agreements.choices import OPEN, State
from zhike.agreements.models import Clause, Entry
from zhike.agreements.twins.both import keep_beside
from zhike.agreements.twins.models import Twin
from zhike.agreements.twins.said import Said
from zhike.agreements.twins.spoken import said_both
from zhike.core.record.amending import told

SAID = (
    "aspect", "text", "twin", "prevails", "side", "subject", "quantity", "unit", "amount", "currency", "valid_until",
    "hours_from", "hours_until", "weekdays", "channels",
)  # fmt: skip


class Term(models.Model):
    """`said` holds, in JSON, what a clause says under these names (`SAID`). `entry` is the clause as which it was sent.

    `subject_twin` is its subject in the other language: on the clause it stands in a row beside it. What `outlasts` the
    contract holds on after its end: warranty, secrecy, what is due.
    """

    stays_when_merged: ClassVar[bool] = True

    contract = models.ForeignKey("contracts.Contract", models.CASCADE, related_name="terms")
    position = models.PositiveSmallIntegerField()
    said = models.JSONField(default=dict)
    subject_twin = models.CharField(max_length=80, blank=True, default="")
    outlasts = models.BooleanField(_("holds on after the end"), default=False)
    entry = models.ForeignKey("agreements.Entry", models.PROTECT, null=True, editable=False, related_name="+")

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return str(self.said.get("text", ""))

    @property
    def values(self) -> dict[str, Any]:
        """What is said, as the columns of a clause hold it."""
        return {name: _read(name, value) for name, value in self.said.items()}

    @property
    def clause(self) -> Clause:
        """The clause that it would be; it is not saved."""
        return Clause(**self.values)

    @property
    def about(self) -> Said:
        """Its subject as whoever reads now reads it."""
        return said_both(self.said.get("subject", ""), self.subject_twin)

    def keep_subject(self, entry: Any, *, by: Any) -> None:
        """The clause is called in both languages too; one that was confirmed keeps what stands beside it."""
        kept = Twin.objects.on(entry).filter(key="subject").first()
        if self.subject_twin and not (kept and (entry.was_confirmed or kept.text == self.subject_twin)):
            keep_beside(
                entry, {"subject": {"twin": self.subject_twin, "prevails": kept.prevails if kept else ""}}, by=by
            )

    def standing(self) -> Any:
        """The clause of the ledger whose place it would take; None before it was sent, and after it was given up."""
        return standing_of(self.entry)

    def differs(self, entry: Any) -> dict[str, Any]:
        """What it says otherwise than the clause `entry`, by name."""
        said = {name: _read(name, self.said.get(name)) for name in SAID}
        return {name: value for name, value in said.items() if value != getattr(entry, name)}


def line_of(entry: Any) -> int:
    """The number of the line of the ledger of which it is a wording."""
    return int(entry.thread or entry.pk)


def standing_of(entry: Any) -> Any:
    """What stands in the place of this wording, whoever put it there: itself, else what was confirmed of its line, else
    what was proposed last; None when all of it is over.
    """
    if entry is None or entry.state in OPEN:
        return entry
    line = list(Entry.objects.of_line(entry).filter(state__in=OPEN).order_by("pk"))
    return next((one for one in line if one.state == State.CONFIRMED), line[-1] if line else None)


def said_by(entry: Any) -> dict[str, Any]:
    """What a term says that says the same as the clause."""
    return filled({name: getattr(entry, name) for name in SAID})


def subject_twin_of(entry: Any) -> str:
    """What stands beside the subject of the clause; "" where nothing does."""
    return next(iter(Twin.objects.on(entry).filter(key="subject").values_list("text", flat=True)), "")


def filled(said: dict[str, Any]) -> dict[str, Any]:
    """In JSON, without what was left empty."""
    return {name: told(value) for name, value in said.items() if value not in ("", None, [])}


def _read(name: str, value: Any) -> Any:
    column: Any = Clause._meta.get_field(name)
    if value in ("", None, []):
        return None if column.null else column.get_default()
    return column.to_python(value)
