"""An idea, and whose it was."""

from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.core.record.models import Record
from zhike.core.record.queryset import RecordQuerySet
from zhike.core.timeline.kinds import EventKind
from zhike.domains.ideas import events
from zhike.domains.ideas.choices import ALIVE, Cost, Fit, Result, State, Worth
from zhike.domains.ideas.models.ending import Ending
from zhike.domains.ideas.models.trying import Trying
from zhike.domains.ideas.models.weighing import Weighing


class IdeaQuerySet(RecordQuerySet["Idea"]):
    def visible_to(self, user: Any) -> Self:
        """A client's: whoever sees the client. Everyone on staff sees those about nobody in particular."""
        return super().visible_to(user) | (self.filter(client=None) if user.is_active else self.none())

    def alive(self) -> Self:
        """Neither kept nor dropped."""
        return self.standing().filter(state__in=ALIVE)

    def kept(self) -> Self:
        return self.standing().filter(state=State.KEPT)

    def add(
        self, *, by: Any, tells: EventKind | None = None, facts: dict[str, Any] | None = None, **values: Any
    ) -> Any:
        """As any record; its event says whose it was."""
        who = values.get("contact") or values.get("person")
        return super().add(
            by=by, tells=tells, facts={"who": getattr(who, "called", str(who))} | (facts or {}), **values
        )


class Idea(Trying, Ending, Weighing, Record):
    """Brought by `person` of ours or by `contact` of theirs, never both. `owner` sees to it.

    `source_text` names where it came up; where it holds a reference, `source_type` and `source_id` are that record.
    `value`, `cost` and `fit` are from 1 to 5, `score` is out of `MOST`; `measure` is how one could tell that it works.
    `trial_hours` is the cap of its trial and `spent` what that took, in hours. `decided_on` is the day on which it was
    kept, for `reason`, as `requirement` or `todo`; or dropped. `result` is what became of a kept one.
    """

    prefix = "ID"
    label_fields = ("title",)

    title = models.CharField(pgettext_lazy("of an idea", "idea"), max_length=200)
    text = models.TextField(_("what it would be like"), blank=True)
    odd = models.BooleanField(pgettext_lazy("of an idea", "odd"), default=False)
    client = models.ForeignKey(
        "clients.Client", models.PROTECT, null=True, blank=True, verbose_name=_("client"), related_name="ideas"
    )
    project = models.ForeignKey(
        "projects.Project", models.PROTECT, null=True, blank=True, verbose_name=_("project"), related_name="ideas"
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, verbose_name=_("brought by, of ours"),
        related_name="+",
    )  # fmt: skip
    contact = models.ForeignKey(
        "clients.Contact", models.PROTECT, null=True, blank=True, verbose_name=_("brought by, of theirs"),
        related_name="ideas",
    )  # fmt: skip
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("owner"), related_name="+")
    source_text = models.CharField(_("where it came up"), max_length=200, blank=True)
    source_type = models.CharField(max_length=60, blank=True, editable=False)
    source_id = models.BigIntegerField(null=True, editable=False)
    state = models.CharField(_("state"), max_length=7, choices=State, default=State.NOTED, editable=False)

    value = models.PositiveSmallIntegerField(_("worth"), choices=Worth, null=True, editable=False)
    value_why = models.CharField(_("worth, why"), max_length=300, blank=True, editable=False)
    cost = models.PositiveSmallIntegerField(_("cost"), choices=Cost, null=True, editable=False)
    cost_why = models.CharField(_("cost, why"), max_length=300, blank=True, editable=False)
    fit = models.PositiveSmallIntegerField(_("fit"), choices=Fit, null=True, editable=False)
    fit_why = models.CharField(_("fit, why"), max_length=300, blank=True, editable=False)
    measure = models.CharField(_("how one can tell that it works"), max_length=300, blank=True, editable=False)
    score = models.PositiveSmallIntegerField(pgettext_lazy("of an idea", "score"), null=True, editable=False)

    trial_hours = models.DecimalField(
        _("trial, hours at most"), max_digits=6, decimal_places=1, default=0, editable=False
    )
    spent = models.DecimalField(_("hours it took"), max_digits=6, decimal_places=1, default=0, editable=False)
    trial_from = models.DateField(_("on trial since"), null=True, editable=False)
    trial_until = models.DateField(_("on trial until"), null=True, editable=False)

    reason = models.CharField(_("why kept or dropped"), max_length=500, blank=True, editable=False)
    decided_on = models.DateField(_("decided"), null=True, editable=False)
    requirement = models.ForeignKey(
        "requirements.Requirement", models.PROTECT, null=True, editable=False, verbose_name=_("became"),
        related_name="ideas",
    )  # fmt: skip
    todo = models.ForeignKey(
        "todos.Todo", models.PROTECT, null=True, editable=False, verbose_name=_("became the to-do"), related_name="+"
    )
    result = models.CharField(_("what became of it"), max_length=4, choices=Result, blank=True, editable=False)
    result_words = models.CharField(_("what one saw"), max_length=500, blank=True, editable=False)
    result_on = models.DateField(_("seen on"), null=True, editable=False)
    amount = models.DecimalField(
        pgettext_lazy("of an idea", "brought"), max_digits=14, decimal_places=2, null=True, editable=False
    )
    currency = models.CharField(_("currency"), max_length=3, blank=True, editable=False)

    objects: ClassVar[Any] = IdeaQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name, verbose_name_plural = pgettext_lazy("a record", "idea"), _("ideas")
        indexes = [
            *Record.Meta.indexes,
            models.Index(fields=["client", "state"], name="idea_of_client"),
            models.Index(fields=["trial_from"], name="idea_on_trial", condition=Q(trial_from__isnull=False)),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(person=None, contact__isnull=False) | Q(person__isnull=False, contact=None),
                name="idea_is_somebodys",
            ),
            models.CheckConstraint(condition=Q(spent__gte=0, trial_hours__gte=0), name="idea_hours"),
            models.CheckConstraint(
                condition=Q(score=None) | Q(score=F("value") + F("fit") + 6 - F("cost")), name="idea_score"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[State.KEPT, State.DROPPED]) | ~Q(reason=""), name="idea_decided_for_a_reason"
            ),
            models.CheckConstraint(condition=Q(amount=None) | ~Q(currency=""), name="idea_brought_in_a_currency"),
        ]  # fmt: skip

    if TYPE_CHECKING:
        client_id: int | None
        contact_id: int | None

    def __str__(self) -> str:
        return self.title

    def tells_added(self, values: dict[str, Any]) -> EventKind:
        own = self.person_id is not None and self.person_id == self.created_by_id
        return events.HAD if own else events.NOTED

    @property
    def brought_by(self) -> str:
        """Whose it was, as they are called."""
        return str(self.contact.called if self.contact else self.person)

    @property
    def is_alive(self) -> bool:
        return self.state in ALIVE

    @property
    def is_over_cap(self) -> bool:
        return self.trial_from is not None and self.spent > self.trial_hours
