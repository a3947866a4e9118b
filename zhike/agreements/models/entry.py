"""One thing that was promised, expected, decided or agreed."""

from collections.abc import Iterable
from datetime import date
from typing import Any, ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.agreements.chain import fingerprint, plain
from zhike.agreements.choices import OPEN, Caution, How, Kind, Prevails, Side, State, Unit, Verb
from zhike.agreements.models.agreeing import Agreeing
from zhike.agreements.models.renegotiating import Renegotiating
from zhike.agreements.models.retracting import Retracting
from zhike.agreements.price_and_scope import ASPECTS, UNITS
from zhike.agreements.queryset import EntryQuerySet
from zhike.agreements.twins.twinned import OWN, Twinned
from zhike.clients.models.reach import Channel
from zhike.core.record.constraints import HasText
from zhike.core.record.models import Record
from zhike.core.timeline.kinds import EventKind

WORDING = (
    "kind", "side", "text", "subject", "aspect", "measure", "question", "alternatives", "reason",
    "due_on", "due_time", "valid_from", "valid_until", "said_at", "number", "importance", "level", "quantity", "unit",
    "amount", "currency", "quote", "source_text", "twin", "prevails", "hours_from", "hours_until", "weekdays",
    "channels",
)  # fmt: skip
STAFF = settings.AUTH_USER_MODEL


def _several(label: Any, one: Any) -> Any:
    return ArrayField(one, verbose_name=label, default=list, db_default=[], blank=True)


class Entry(Agreeing, Retracting, Renegotiating, Twinned, Record):
    """`person` (ours) and `contact` (theirs) are who gave the word and to whom, by `side`; `owner` looks after it.

    The columns in `WORDING` never change: a trigger refuses. `state`, `state_on` and what follows are kept by verbs.
    `state_on` is the day from which the state holds, `valid_from` the day from which the words do. `source_type` and
    `source_id` name the record in which it was said, `quote` the very sentence. `hours_from`, `hours_until` and
    `weekdays` (mon to sun, none for every day) are those of quiet hours, `channels` those that were agreed on.
    `confidence`, from 1 to 5, is how sure we are to meet an expectation; ours alone, it may change. `at_risk` is the
    percentage foretold when its owner was told that it may not be kept. The twin of `text` is sealed
    with it; those of other texts (`twinned`) stand in rows beside, and stay once it was confirmed.
    """

    archive: Any = None  # it is withdrawn instead, with a reason
    restore: Any = None
    KIND: ClassVar[str] = ""
    ADDED: ClassVar[EventKind]
    prefix = "AG"
    label_fields = ("text",)
    twinned: ClassVar[Any] = {OWN: ("question", "subject", "measure", "alternatives", "reason")}

    client = models.ForeignKey("clients.Client", models.PROTECT, verbose_name=_("client"), related_name="entries")
    kind = models.CharField(_("kind"), max_length=12, choices=Kind, editable=False)
    side = models.CharField(_("whose"), max_length=4, choices=Side, default=Side.US)
    text = models.TextField(_("in so many words"))
    subject = models.CharField(pgettext_lazy("agreement", "about"), max_length=80, blank=True)
    aspect = models.CharField(_("aspect"), max_length=12, blank=True)
    measure = models.CharField(_("how one can tell"), max_length=300, blank=True)
    question = models.CharField(_("question"), max_length=300, blank=True)
    alternatives = models.TextField(_("other answers"), blank=True)
    reason = models.TextField(_("reason"), blank=True)
    person = models.ForeignKey(STAFF, models.PROTECT, null=True, blank=True, verbose_name=_("ours"), related_name="+")
    contact = models.ForeignKey(
        "clients.Contact", models.PROTECT, null=True, blank=True, verbose_name=_("theirs"), related_name="entries"
    )
    owner = models.ForeignKey(
        STAFF, models.PROTECT, null=True, blank=True, verbose_name=_("looked after by"), related_name="+"
    )
    due_on = models.DateField(pgettext_lazy("agreement", "due"), null=True, blank=True)
    due_time = models.TimeField(_("by what time"), null=True, blank=True)
    valid_from = models.DateField(_("valid from"), blank=True)
    valid_until = models.DateField(_("valid until"), null=True, blank=True)
    said_at = models.DateTimeField(_("said"), blank=True)
    number = models.CharField(_("clause number"), max_length=20, blank=True)
    importance = models.PositiveSmallIntegerField(_("importance"), null=True, blank=True)
    level = models.PositiveSmallIntegerField(_("expected level"), null=True, blank=True)
    confidence = models.PositiveSmallIntegerField(_("how sure we are to meet it"), null=True, blank=True)
    quantity = models.DecimalField(_("quantity"), max_digits=12, decimal_places=2, null=True, blank=True)
    unit = models.CharField(_("unit"), max_length=14, choices=Unit, blank=True)
    amount = models.DecimalField(_("amount"), max_digits=14, decimal_places=2, null=True, blank=True)
    currency = models.CharField(_("currency"), max_length=3, blank=True)
    quote = models.TextField(_("the very sentence"), blank=True)
    source_text = models.CharField(_("where it was said"), max_length=200, blank=True)
    twin = models.TextField(_("the same in the other language"), blank=True)
    prevails = models.CharField(
        _("wording that prevails"), max_length=4, choices=Prevails, blank=True, default="", db_default=""
    )
    hours_from = models.TimeField(pgettext_lazy("quiet hours", "from"), null=True, blank=True)
    hours_until = models.TimeField(pgettext_lazy("quiet hours", "until"), null=True, blank=True)
    weekdays = _several(pgettext_lazy("quiet hours", "on"), models.CharField(max_length=3))
    channels = _several(_("channels agreed"), models.CharField(max_length=10, choices=Channel))
    source_type = models.CharField(max_length=60, blank=True, editable=False)
    source_id = models.BigIntegerField(null=True, editable=False)

    held_for = ArrayField(
        models.CharField(max_length=10, choices=Caution), verbose_name=_("needs an approval"), default=list,
        db_default=[], editable=False,
    )  # fmt: skip
    at_risk = models.PositiveSmallIntegerField(_("may not be kept"), null=True, editable=False)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.PROPOSED, editable=False)
    state_on = models.DateField(_("state since"), editable=False)
    outcome = models.PositiveSmallIntegerField(_("as it came out"), null=True, editable=False)
    confirmed_by = models.ForeignKey(
        "clients.Contact", models.PROTECT, null=True, editable=False, verbose_name=_("confirmed by"), related_name="+"
    )
    confirmed_how = models.CharField(_("confirmed how"), max_length=10, choices=How, blank=True, editable=False)
    confirmed_at = models.DateTimeField(_("confirmed"), null=True, editable=False)
    supersedes = models.ForeignKey(
        "self", models.PROTECT, null=True, editable=False, verbose_name=_("replaces"), related_name="successors"
    )
    superseded_by = models.ForeignKey("self", models.PROTECT, null=True, editable=False, related_name="+")
    thread = models.BigIntegerField(null=True, editable=False)
    round = models.PositiveSmallIntegerField(pgettext_lazy("agreement", "version"), default=1, editable=False)

    objects: ClassVar[Any] = EntryQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name, verbose_name_plural = _("agreement"), _("agreements")
        indexes = [
            *Record.Meta.indexes,
            models.Index(fields=["client", "kind", "state"], name="entry_of_client"),
            models.Index(fields=["owner", "due_on"], name="entry_owed", condition=Q(kind=Kind.PROMISE, state__in=OPEN)),
            models.Index(fields=["source_type", "source_id"], name="entry_of_source", condition=~Q(source_type="")),
        ]
        constraints = [
            HasText(condition=~Q(text=""), name="entry_has_words"),
            models.CheckConstraint(
                condition=Q(valid_until=None) | Q(valid_until__gte=F("valid_from")), name="entry_valid"
            ),
            models.CheckConstraint(
                condition=~Q(confirmed_how=How.SILENCE)
                | Q(amount=None, supersedes=None) & ~Q(aspect__in=ASPECTS) & ~Q(unit__in=UNITS),
                name="entry_never_by_silence",
            ),
            models.UniqueConstraint(
                fields=["supersedes"], name="entry_replaced_once", condition=Q(confirmed_at__isnull=False)
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return Truncator(self.text).chars(120)

    @classmethod
    def from_db(cls, db: Any, field_names: Any, values: Any, **more: Any) -> "Entry":
        """Each comes as the model of its kind, wherever it was asked for."""
        entry = super().from_db(db, field_names, values, **more)
        if "kind" in entry.__dict__ and not cls.KIND:
            entry.__class__ = MODELS.get(entry.kind, cls)
        return entry

    def tells_added(self, values: dict[str, Any]) -> EventKind:
        return self.ADDED

    def no_longer_asked(self) -> None:
        """Only promises are asked about."""

    def wording(self) -> dict[str, Any]:
        """What was said and never changes, by name, in JSON."""
        fields: dict[str, Any] = {name: self._meta.get_field(name) for name in WORDING}
        return {name: plain(field.to_python(getattr(self, name))) for name, field in fields.items()}

    @property
    def seen(self) -> str:
        """Changes with the words: who confirms says which ones they read."""
        return fingerprint(self.wording())

    @property
    def takes_twins(self) -> bool:
        return self.state in OPEN and not self.is_of_head

    @property
    def was_confirmed(self) -> bool:
        return self.confirmed_at is not None

    @property
    def is_late(self) -> bool:
        """Open after its day."""
        return self.state in OPEN and self.due_on is not None and self.due_on < timezone.localdate()

    @property
    def kept_late(self) -> bool:
        return self.state == State.KEPT and self.due_on is not None and self.state_on > self.due_on

    @property
    def twin_is_stale(self) -> bool:
        """One of the two wordings is new, the other is still that of the version before, or is gone."""
        before = self.supersedes
        if before is None or not before.twin:
            return False
        return (self.text != before.text) != (self.twin != before.twin) or not self.twin

    def was_redacted(self, names: Iterable[str]) -> None:
        """A person was erased from these columns: their seals lose the salt, and the chain holds."""
        for act in self.acts.filter(verb=Verb.PROPOSED):
            act.was_redacted(f"entry.{name}" for name in names)

    def first_act(self, by: Any) -> None:
        """What was said is sealed with the act that wrote it down; so is between whom, which a merge may change."""
        theirs = self.contact if self.side == Side.THEM else None
        self.enter(
            Verb.PROPOSED, State.PROPOSED, by=by, contact=theirs, person=None if theirs else self.person,
            facts={"contact": self.contact_id, "person": self.person_id}, sealed=self.wording(),
        )  # fmt: skip

    def enter(self, verb: str, state: str, *, by: Any, on: date | None = None, **told_with: Any) -> Any:
        """Add an act to the chain of the client; it holds from `on`, the day of the last state when not given.

        What is replaced by words that hold from an earlier day is over from that day, whatever was done with it since.
        """
        from zhike.agreements.models.act import Act

        self.state_on = max(self.valid_from, on or self.state_on)
        return Act.objects.enter(self, verb, state, by=by, effective_on=self.state_on, **told_with)


MODELS: dict[str, type[Entry]] = {}
