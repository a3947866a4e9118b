"""A journey, and the order of its phases."""

from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zhike.clients.segments.models import Segment
from zhike.core.lifecycle.policies import may_work
from zhike.core.lifecycle.transition import transition
from zhike.core.record.models import Record
from zhike.core.record.queryset import RecordQuerySet
from zhike.core.timeline.kinds import EventKind
from zhike.insight.journeys import events
from zhike.insight.journeys.order import in_phases, put_in_order, swapped
from zhike.insight.journeys.steps import MovePhaseForm


class JourneyQuerySet(RecordQuerySet["Journey"]):
    def visible_to(self, user: Any) -> Self:
        """Everyone on staff sees them, but for those of a segment that they do not see."""
        if not getattr(user, "is_active", False):
            return self.none()
        return self if user.sees_all else self.filter(Q(segment=None) | Q(segment__in=Segment.objects.visible_to(user)))


def _has_phases(journey: Any) -> bool:
    return journey.archived_at is None and len(journey.phases()) > 1


class Journey(Record):
    """`segment` None: of all clients. `purpose` is Markdown."""

    prefix = "JN"

    name = models.CharField(_("name"), max_length=160)
    segment = models.ForeignKey(
        "segments.Segment", models.PROTECT, null=True, blank=True, verbose_name=_("segment"), related_name="journeys"
    )
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("owner"), related_name="+")
    purpose = models.TextField(_("what it shall be like"), blank=True)

    objects: ClassVar[Any] = JourneyQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name, verbose_name_plural = _("client journey"), _("client journeys")

    def __str__(self) -> str:
        return self.name

    def tells_added(self, values: dict[str, Any]) -> EventKind:
        return events.DESIGNED

    def phases(self) -> dict[str, list[Any]]:
        """Its standing touchpoints by phase, from left to right; one query."""
        return in_phases(self.touchpoints.standing())

    @transition(
        may=may_work, when=_has_phases, tells=events.MOVED_PHASE, label=_("Move a phase"), icon="sort",
        form=MovePhaseForm,
    )  # fmt: skip
    def move_phase(self, *, by: Any, phase: str, way: str) -> dict[str, Any]:
        """Past its neighbour. Raises AtTheEdge."""
        there = self.phases()
        put_in_order({name: there[name] for name in swapped(list(there), phase, way)})
        return {"name": str(self), "text": phase}

    if TYPE_CHECKING:
        touchpoints: Any
        segment_id: int | None
