"""Where a requirement stands on the story map of its project."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from zhike.core.lifecycle.policies import may_work
from zhike.core.lifecycle.transition import transition
from zhike.domains.projects.choices import PhaseState
from zhike.domains.projects.models import Project
from zhike.domains.requirements import events
from zhike.domains.requirements.choices import MAPPED, WRITTEN
from zhike.domains.requirements.errors import MovedMeanwhile
from zhike.domains.requirements.map_steps import MoveForm
from zhike.domains.requirements.models.analysing import stands
from zhike.domains.requirements.placing import next_in, put_before


def _has_a_map(requirement: Any) -> bool:
    return stands(requirement) and requirement.project_id is not None


class Mapping:
    activity: Any
    goal: Any
    phase: Any
    place: int | None

    @transition(
        source=MAPPED, may=may_work, when=_has_a_map, tells=events.MOVED, label=_("Move on the story map"),
        icon="board", form=MoveForm,
    )  # fmt: skip
    def move(
        self: Any, *, by: Any, activity: Any = None, phase: Any = None, before: Any = None, seen: int | None = None
    ) -> dict[str, Any]:
        """Below `activity` and into `phase`, before another one there, else as the last.

        A phase that waited for it waits no more. Raises MovedMeanwhile where `seen` is no longer its version, or
        where `before` stands elsewhere by now.
        """
        if seen is not None and seen != self.version:
            raise MovedMeanwhile(self)
        Project.objects.select_for_update(no_key=True).get(pk=self.project_id)
        was = self._spot()
        if phase != self.phase:
            self._change_phase(by, phase)
        self.activity = activity
        there = list(type(self).objects.mapped().filter(project=self.project_id, activity=activity, phase=phase))
        if before is not None and before not in there:
            raise MovedMeanwhile(before)
        put_before(self, there, before, "place")
        return {"name": str(self), "where": self.spot_words, "was": was, "now": self._spot()}

    def _spot(self: Any) -> dict[str, int | None]:
        """Where it stands, by numbers: also before which one."""
        here = (
            type(self).objects.mapped().filter(project=self.project_id, activity=self.activity_id, phase=self.phase_id)
        )
        return {"activity": self.activity_id, "phase": self.phase_id, "before": next_in(list(here), self)}

    def _change_phase(self: Any, by: Any, phase: Any) -> None:
        """What stands in the ledger holds the phase back into which it goes, and no longer the one which it leaves."""
        was, self.phase = self.phase, phase
        if self.state not in WRITTEN:
            return
        if was and was.state == PhaseState.PLANNED and was.requirements.filter(pk=self.entry_id).exists():
            was.release(by=by, entry=self.entry)
        if phase and phase.state == PhaseState.PLANNED:
            phase.require(by=by, entry=self.entry)

    @property
    def spot_words(self: Any) -> str:
        """Activity and phase, as far as it has them."""
        return " · ".join(str(one) for one in (self.activity, self.phase) if one) or "–"

    def leave_other_maps(self: Any) -> None:
        """An activity of another project holds nothing of this one, nor does it serve a goal of that one."""
        if self.activity and self.activity.project_id != self.project_id:
            self.activity = None
        if self.goal and self.goal.project_id != self.project_id:
            self.goal = None
