"""Undoing a move on the story map: back to where it stood, before the one that stood behind it."""

from typing import Any

from zhike.core.history.undo import turned_round
from zhike.core.timeline.models import Event
from zhike.domains.requirements import events
from zhike.domains.requirements.errors import MovedMeanwhile
from zhike.domains.requirements.map_steps import MoveForm, OrderForm


@turned_round(events.MOVED)
def put_back(requirement: Any, event: Event, by: Any) -> bool:
    """Unless it was put elsewhere since, or its place is gone."""
    was, now = event.fact("was", {}), event.fact("now", {})
    if [requirement.activity_id, requirement.phase_id] != [now.get("activity"), now.get("phase")]:
        return False
    for before in (was["before"], None):  # the one behind it may stand elsewhere by now
        form = MoveForm(was | {"before": before}, record=requirement, by=by)
        if form.is_valid():
            try:
                requirement.move(by=by, **form.cleaned_data)
            except MovedMeanwhile:
                continue
            return True
    return False


@turned_round(events.ORDERED)
def order_back(activity: Any, event: Event, by: Any) -> bool:
    form = OrderForm(event.fact("was", {}), record=activity, by=by)
    if not form.is_valid():
        return False
    activity.move(by=by, **form.cleaned_data)
    return True
