"""Whose text was changed without its twin hears of it."""

from typing import Any

from zhike.agreements.twins.events import BEHIND
from zhike.agreements.twins.models import Changed, Twin
from zhike.agreements.twins.twinned import twinned_models
from zhike.core.access.models import User
from zhike.core.timeline.reactions import Batch, reaction
from zhike.core.timeline.tell import tell


@reaction()
def keep_alarms(events: Batch) -> None:
    """Whatever happened to a record: its twins are compared with how its texts read now; once is as good as twice."""
    for model in twinned_models():
        ids = {one.record_id for one in events if one.record_type == model._meta.label_lower}
        twins = list(Twin.objects.filter(record_type=model._meta.label_lower, record_id__in=ids)) if ids else []
        for record in model._base_manager.filter(pk__in={one.record_id for one in twins}):
            _compare(record, [one for one in twins if one.record_id == record.pk])


def _compare(record: Any, twins: list[Twin]) -> None:
    places = {one.key: one for one in record.places()}
    for twin in twins:
        text = places.get(twin.key)
        if text is None:
            twin.delete()  # the row beneath the record that it stood beside is gone
            continue
        behind = twin.changed(text.words) if text.words else twin.behind
        if behind == twin.behind:
            continue
        Twin.objects.filter(pk=twin.pk).update(behind=behind)
        if twin.behind == Changed.NONE:
            person = record.twin_person
            facts = {"name": str(record), "text": text.labels, "people": [person.pk] if person else []}
            tell(BEHIND, record, by=User.objects.system(), facts=facts)
