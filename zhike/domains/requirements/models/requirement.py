"""Something that somebody at a client wants."""

from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.agreements.twins.twinned import OWN, Twinned
from zhike.core.record.constraints import HasText
from zhike.core.record.models import Record
from zhike.core.record.queryset import RecordQuerySet
from zhike.core.timeline.kinds import EventKind
from zhike.domains.requirements import events
from zhike.domains.requirements.ambiguity import ambiguity
from zhike.domains.requirements.choices import LIVING, MAPPED, UNAGREED, WRITTEN, Kind, Method, Source, State, Verdict
from zhike.domains.requirements.models.agreeing import Agreeing
from zhike.domains.requirements.models.analysing import Analysing
from zhike.domains.requirements.models.building import Building
from zhike.domains.requirements.models.mapping import Mapping
from zhike.domains.requirements.models.weighing import Weighing


class RequirementQuerySet(RecordQuerySet["Requirement"]):
    def living(self) -> Self:
        """Wanted, and not built yet."""
        return self.standing().filter(state__in=LIVING)

    def unagreed(self) -> Self:
        """Wanted, without the client's word for what exactly; what is left out waits for nobody."""
        return self.standing().filter(state__in=UNAGREED).exclude(kind=Kind.WONT)

    def mapped(self) -> Self:
        """What a story map shows, in its order: what has no place yet comes after what has, by its priority."""
        found = self.standing().filter(state__in=MAPPED)
        return found.order_by(F("place").asc(nulls_last=True), "-priority", "pk")


class Requirement(Agreeing, Analysing, Building, Mapping, Weighing, Twinned, Record):
    """`statement` is what was heard, `wording` what both sides mean by it; `entry` is that wording in the ledger.

    `source_text` names where it was heard; where it holds a reference, `source_type` and `source_id` are that record.
    `ambiguity` is the score of `statement` with `measure`, `heard_ambiguity` what it was when it was noted. `reason` is
    why it is parked, declined or dropped, `instead` what we can do in place of what was declined, one a line. `phase`
    does not begin before it is agreed. `priority` is the score by `method`, more comes sooner; 0 is not rated.
    `verdict` says whether it can be built.
    `activity` is what their people do with it, `place` its place below that in its phase, from 1.
    `changed_on` is the last day on which the client confirmed other words than those first agreed.
    """

    prefix = "RQ"
    twinned: ClassVar[Any] = {OWN: ("statement", "wording", "measure", "reason", "instead")}
    label_fields = ("statement",)

    client = models.ForeignKey("clients.Client", models.PROTECT, verbose_name=_("client"), related_name="requirements")
    project = models.ForeignKey(
        "projects.Project", models.PROTECT, null=True, blank=True, verbose_name=_("project"),
        related_name="requirements",
    )  # fmt: skip
    phase = models.ForeignKey(
        "projects.Phase", models.PROTECT, null=True, blank=True, verbose_name=_("phase"), related_name="wanted"
    )
    goal = models.ForeignKey(
        "projects.Goal", models.SET_NULL, null=True, blank=True, verbose_name=pgettext_lazy("project", "goal"),
        related_name="wanted",
    )  # fmt: skip
    activity = models.ForeignKey(
        "requirements.Activity", models.SET_NULL, null=True, blank=True, related_name="requirements",
        verbose_name=pgettext_lazy("story map", "activity"),
    )  # fmt: skip
    place = models.PositiveIntegerField(_("place on the story map"), null=True, editable=False)
    statement = models.TextField(_("what is wanted"))
    why = models.TextField(pgettext_lazy("requirement", "what for"), blank=True)
    contact = models.ForeignKey(
        "clients.Contact", models.PROTECT, null=True, blank=True, verbose_name=_("who wants it"),
        related_name="requirements",
    )  # fmt: skip
    kind = models.CharField(_("how much"), max_length=6, choices=Kind, default=Kind.SHOULD)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("owner"), related_name="+")
    source = models.CharField(_("heard in"), max_length=9, choices=Source, default=Source.TALK)
    source_text = models.CharField(_("where exactly"), max_length=200)
    quote = models.TextField(_("the very sentence"), blank=True)
    measure = models.CharField(_("how one can tell"), max_length=300, blank=True)
    source_type = models.CharField(max_length=60, blank=True, editable=False)
    source_id = models.BigIntegerField(null=True, editable=False)
    wording = models.TextField(_("what both sides mean by it"), blank=True, editable=False)
    ambiguity = models.PositiveSmallIntegerField(_("ambiguity"), default=0, editable=False)
    heard_ambiguity = models.PositiveSmallIntegerField(_("ambiguity when heard"), default=0, editable=False)
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.RAW, editable=False)
    reason = models.TextField(_("why not"), blank=True, editable=False)
    instead = models.TextField(_("what we can do instead"), blank=True, editable=False)
    entry = models.ForeignKey(
        "agreements.Entry", models.PROTECT, null=True, editable=False, verbose_name=_("agreement"), related_name="+"
    )

    method = models.CharField(_("method"), max_length=8, choices=Method, default=Method.MOSCOW, editable=False)
    priority = models.DecimalField(
        pgettext_lazy("requirement", "priority"), max_digits=14, decimal_places=2, default=0, editable=False
    )
    verdict = models.CharField(_("can it be built"), max_length=3, choices=Verdict, blank=True, editable=False)
    verdict_why = models.TextField(_("why so"), blank=True, editable=False)

    agreed_on = models.DateField(_("first agreed"), null=True, editable=False)
    changed_on = models.DateField(_("put in other words"), null=True, editable=False)
    ended_on = models.DateField(_("no longer wanted since"), null=True, editable=False)

    objects: ClassVar[Any] = RequirementQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name, verbose_name_plural = _("requirement"), _("requirements")
        indexes = [
            *Record.Meta.indexes,
            models.Index(fields=["client", "state"], name="requirement_of_client"),
            models.Index(fields=["-priority"], name="requirement_first"),
            models.Index(fields=["source_type", "source_id"], name="requirement_of_source"),
        ]
        constraints = [
            HasText(condition=~Q(statement=""), name="requirement_has_words"),
            models.CheckConstraint(condition=Q(ambiguity__lte=100), name="requirement_ambiguity"),
            models.CheckConstraint(
                condition=~Q(state=State.DECLINED) | ~Q(instead=""), name="requirement_no_has_a_but"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=WRITTEN) | Q(entry__isnull=False),
                name="requirement_agreed_in_the_ledger",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return Truncator(self.statement).chars(120)

    def write(self, values: dict[str, Any]) -> None:
        super().write(values)
        self.score()
        self.rank()
        self.leave_other_maps()

    def score(self) -> None:
        self.ambiguity = ambiguity(self.statement, self.measure).score
        if self.pk is None:
            self.heard_ambiguity = self.ambiguity

    def tells_added(self, values: dict[str, Any]) -> EventKind:
        return events.HEARD
