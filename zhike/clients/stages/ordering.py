"""The order of the stages: where each stands in a client's life."""

from typing import Any

from django.db import transaction

from zhike.clients.stages.models import Stage
from zhike.core.lifecycle.errors import Forbidden
from zhike.core.lifecycle.policies import may_lead


@transaction.atomic
def put_at(stage: Stage, place: int, *, by: Any) -> None:
    """Put the stage at that place, from 1; the others close up. Raises Forbidden."""
    if not may_lead(by):
        raise Forbidden
    stages = list(Stage.objects.in_order().select_for_update(no_key=True))
    others = [one for one in stages if one.pk != stage.pk]
    others.insert(min(max(place - 1, 0), len(others)), next(one for one in stages if one.pk == stage.pk))
    for number, one in enumerate(others, start=1):
        if one.place != number:
            one.amend(by=by, place=number)
