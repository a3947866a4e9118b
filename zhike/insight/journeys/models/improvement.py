"""Something that is made better at a touchpoint."""

from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.core.lifecycle.policies import may_work
from zhike.core.lifecycle.transition import transition
from zhike.core.record.models import Record
from zhike.core.record.queryset import RecordQuerySet
from zhike.core.timeline.kinds import EventKind
from zhike.core.timeline.moment import moment
from zhike.insight.journeys import events
from zhike.insight.journeys.choices import OPEN, Ground, State
from zhike.insight.journeys.models.touchpoint import Touchpoint
from zhike.insight.journeys.steps import DropForm, FinishForm


class ImprovementQuerySet(RecordQuerySet["Improvement"]):
    def visible_to(self, user: Any) -> Self:
        """Those of the touchpoints that the person sees."""
        return self.filter(touchpoint__in=Touchpoint.objects.visible_to(user))

    def open(self) -> Self:
        """Proposed or under way, at a touchpoint that stands on its map."""
        return self.standing().filter(state__in=OPEN, touchpoint__in=Touchpoint.objects.standing())


def _stands(improvement: Any) -> bool:
    return improvement.archived_at is None


class Improvement(Record):
    """`ground` is why, in a word; where `source_text` holds a reference, `source_type` and `source_id` are that record.

    `before` is what the touchpoint's measure, kept as `before_measure` (empty: noted by hand), came to for `started_by`
    on `before_on`, over `before_of` records; None where there was nothing to count.
    """

    prefix = "IV"
    label_fields = ("text",)

    touchpoint = models.ForeignKey(
        Touchpoint, models.PROTECT, verbose_name=pgettext_lazy("journey", "touchpoint"), related_name="improvements"
    )
    text = models.CharField(_("what to change"), max_length=200)
    ground = models.CharField(_("because of"), max_length=8, choices=Ground, default=Ground.FEEDBACK)
    why = models.TextField(_("why"), blank=True)
    source_text = models.CharField(_("where it stands written"), max_length=200, blank=True)
    source_type = models.CharField(max_length=60, blank=True, editable=False)
    source_id = models.BigIntegerField(null=True, editable=False)
    link = models.URLField(_("link"), max_length=400, blank=True)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("owner"), related_name="+")
    due_on = models.DateField(_("due"), null=True, blank=True)
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.PROPOSED, editable=False)

    started_on = models.DateField(_("begun"), null=True, editable=False)
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, verbose_name=_("begun by"),
        related_name="+",
    )  # fmt: skip
    before = models.DecimalField(
        pgettext_lazy("improvement", "before"), max_digits=16, decimal_places=2, null=True, editable=False
    )
    before_measure = models.CharField(max_length=20, blank=True, editable=False)
    before_of = models.PositiveIntegerField(null=True, editable=False)
    before_on = models.DateField(null=True, editable=False)
    done_on = models.DateField(_("done"), null=True, editable=False)
    outcome = models.CharField(_("what was changed in the end"), max_length=300, blank=True, editable=False)
    reason = models.CharField(_("why it was dropped"), max_length=300, blank=True, editable=False)

    objects: ClassVar[Any] = ImprovementQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name, verbose_name_plural = (
            pgettext_lazy("journey", "improvement"),
            pgettext_lazy("journey", "improvements"),
        )
        indexes = [
            *Record.Meta.indexes,
            models.Index(fields=["source_type", "source_id"], name="improvement_source"),
            models.Index(fields=["due_on"], name="improvement_due", condition=Q(state__in=OPEN, due_on__isnull=False)),
        ]

    def __str__(self) -> str:
        return self.text

    def tells_added(self, values: dict[str, Any]) -> EventKind:
        return events.PROPOSED

    @transition(
        source=State.PROPOSED, target=State.DOING, may=may_work, when=_stands, tells=events.STARTED,
        label=pgettext_lazy("improvement", "Begin"), icon="right", look="primary",
    )  # fmt: skip
    def start(self, *, by: Any) -> dict[str, Any]:
        """Keeps where the touchpoint stands now, for `by`."""
        from zhike.insight.journeys.comparing import value_of

        value = value_of(self.touchpoint, by)
        self.started_on, self.started_by, self.before_measure = _today(), by, self.touchpoint.measure
        self.before, self.before_of, self.before_on = value.number, value.of, value.on
        return {"name": str(self)}

    @transition(
        source=State.DOING, target=State.DONE, may=may_work, when=_stands, tells=events.FINISHED,
        label=pgettext_lazy("improvement", "Done"), form=FinishForm, look="primary",
    )  # fmt: skip
    def finish(self, *, by: Any, outcome: str = "") -> dict[str, Any]:
        self.done_on, self.outcome = _today(), outcome
        return {"name": str(self), "text": outcome}

    @transition(
        source=OPEN, target=State.DROPPED, may=may_work, when=_stands, tells=events.DROPPED,
        label=pgettext_lazy("improvement", "Drop"), icon="close", form=DropForm,
    )  # fmt: skip
    def drop(self, *, by: Any, reason: str) -> dict[str, Any]:
        self.reason = reason
        return {"name": str(self), "text": reason}

    @transition(
        source=(State.DONE, State.DROPPED), target=State.PROPOSED, may=may_work, when=_stands, tells=events.TAKEN_UP,
        label=pgettext_lazy("improvement", "Take it up again"), icon="undo",
    )  # fmt: skip
    def take_up(self, *, by: Any) -> dict[str, Any]:
        """As it was proposed: what it came to is measured anew."""
        self.started_on = self.started_by = self.before = self.before_of = self.before_on = self.done_on = None
        self.before_measure = self.outcome = self.reason = ""
        return {"name": str(self)}

    if TYPE_CHECKING:
        touchpoint_id: int
        owner_id: int
        started_by_id: int | None


def _today() -> date:
    return timezone.localdate(moment())
