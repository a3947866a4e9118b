"""Who could decide what on a day: as the books said before some moment, by all that we know now without one."""

from datetime import date, datetime
from typing import Any

from zhike.clients.rights.models import Right
from zhike.core.record.events import ARCHIVED, EDITED, RESTORED
from zhike.core.record.family import family
from zhike.core.timeline.models import Event


def rights_as_of(client: Any, day: date, known: datetime | None = None) -> list[Right]:
    """Those that held on the day, by subject. What was written after `known` is taken back, newest first. Two queries,
    and one for each person whose right was another's then."""
    noted = Right._base_manager.filter(client__in=family(client)).select_related("contact")
    if known is None:
        return _in_order(noted, day)
    found = {one.pk: one for one in noted.filter(created_at__lt=known)}
    since = Event.objects.filter(record_type=Right._meta.label_lower, record_id__in=list(found), at__gte=known)
    for event in since.order_by("-at", "-pk"):
        _take_back(found[event.record_id], event)
    return _in_order(found.values(), day)


def _take_back(right: Right, event: Event) -> None:
    if event.kind == str(ARCHIVED):
        right.archived_at = None
    elif event.kind == str(RESTORED):
        right.archived_at = event.at
    elif event.kind == str(EDITED):
        for name, (was, _now) in event.fact("changed", {}).items():
            _set_back(right, name, was)


def _set_back(right: Right, name: str, was: Any) -> None:
    if name.startswith("own_"):
        return
    field: Any = Right._meta.get_field(name)
    if field.is_relation:
        setattr(right, field.attname, was["id"] if was else None)
    else:
        setattr(right, name, field.to_python(was))


def _in_order(rights: Any, day: date) -> list[Right]:
    held = [one for one in rights if one.archived_at is None and one.holds_on(day)]
    return sorted(held, key=lambda one: (one.subject, one.words, one.pk))
