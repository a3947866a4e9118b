"""A touchpoint of a journey."""

from decimal import Decimal
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
from zhike.insight.journeys.choices import Kind
from zhike.insight.journeys.models.journey import Journey
from zhike.insight.journeys.order import in_phases, put_in_order, swapped
from zhike.insight.journeys.steps import MoveForm, ValueForm
from zhike.insight.strategy.choices import Better


class TouchpointQuerySet(RecordQuerySet["Touchpoint"]):
    def visible_to(self, user: Any) -> Self:
        """Those of the journeys that the person sees."""
        return self.filter(journey__in=Journey.objects.visible_to(user))

    def standing(self) -> Self:
        """Neither struck nor of a journey that is put away."""
        return self.filter(archived_at=None, journey__archived_at=None)


def _is_noted_by_hand(touchpoint: Any) -> bool:
    return touchpoint.archived_at is None and not touchpoint.measure


def _has_neighbours(touchpoint: Any) -> bool:
    return touchpoint.archived_at is None and touchpoint.journey.touchpoints.standing().filter(
        phase=touchpoint.phase
    ).exclude(pk=touchpoint.pk).exists()  # fmt: skip


class Touchpoint(Record):
    """`measure` names a figure of the strategy's `measures`; without one people note `noted` by hand.

    `target` is in its unit, None where none is set. `position` is its place in the journey, from 1.
    """

    prefix = "TP"

    journey = models.ForeignKey(Journey, models.PROTECT, verbose_name=_("client journey"), related_name="touchpoints")
    phase = models.CharField(pgettext_lazy("journey", "phase"), max_length=60)
    name = models.CharField(pgettext_lazy("journey", "touchpoint"), max_length=160)
    kind = models.CharField(_("what they meet"), max_length=8, choices=Kind, default=Kind.SERVICE)
    channel = models.CharField(_("channel"), max_length=60, blank=True)
    wants = models.TextField(_("what the client wants there"), blank=True)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("owner"), related_name="+")
    measure = models.CharField(_("measured by"), max_length=20, blank=True)
    better = models.CharField(pgettext_lazy("goal", "shall be"), max_length=8, choices=Better, default=Better.AT_LEAST)
    target = models.DecimalField(
        pgettext_lazy("goal", "target"), max_digits=14, decimal_places=2, null=True, blank=True
    )
    noted = models.DecimalField(_("where it stands"), max_digits=14, decimal_places=2, null=True, editable=False)
    noted_on = models.DateField(pgettext_lazy("touchpoint", "noted"), null=True, editable=False)
    position = models.PositiveSmallIntegerField(pgettext_lazy("on a map", "place"), default=0, editable=False)

    objects: ClassVar[Any] = TouchpointQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name, verbose_name_plural = _("touchpoint"), _("touchpoints")
        constraints = [
            models.CheckConstraint(condition=~Q(phase="") & ~Q(name=""), name="touchpoint_named"),
            models.CheckConstraint(condition=Q(target=None) | Q(target__gte=0), name="touchpoint_target_not_below_0"),
        ]

    def __str__(self) -> str:
        return self.name

    def tells_added(self, values: dict[str, Any]) -> EventKind:
        return events.ADDED

    def write(self, values: dict[str, Any]) -> None:
        """What comes into a phase stands last there."""
        before = self.phase
        super().write(values)
        if self.phase != before:
            there = in_phases(self._all_held().exclude(pk=self.pk))
            there.setdefault(self.phase, []).append(self)
            put_in_order(there, self)

    @transition(
        may=may_work, when=_is_noted_by_hand, tells=events.NOTED, label=_("Note where it stands"), icon="chart",
        form=ValueForm, look="primary",
    )  # fmt: skip
    def note(self, *, by: Any, value: Decimal) -> dict[str, Any]:
        self.noted, self.noted_on = value, timezone.localdate(moment())
        return {"name": str(self), "value": f"{value:f}"}

    @transition(
        may=may_work, when=_has_neighbours, tells=events.MOVED, label=_("Move within its phase"), icon="sort",
        form=MoveForm,
    )  # fmt: skip
    def move(self, *, by: Any, way: str) -> dict[str, Any]:
        """Past its neighbour of the same phase. Raises AtTheEdge."""
        there = in_phases(self._all_held())
        there[self.phase] = swapped(there[self.phase], self, way)
        put_in_order(there, self)
        return {"name": str(self)}

    def _all_held(self) -> Any:
        """Those of its journey, which is locked, so that no two put it in order at once."""
        return Journey.objects.select_for_update(no_key=True).get(pk=self.journey_id).touchpoints.standing()

    if TYPE_CHECKING:
        journey_id: int
        owner_id: int
