"""Taking the demo out again, through the audited door: its events go with it."""

from functools import partial
from typing import Any

from django.db import transaction

from zhike.core.access.models import Company, Team, User
from zhike.core.fields.models import FieldDefinition
from zhike.core.files import store
from zhike.core.files.models import Attachment
from zhike.core.timeline.door import open_door
from zhike.surfaces.exchange.demo import Progress, sparing
from zhike.surfaces.exchange.demo.hanging import Model, Rows, closure, keys_to, table_of, tables
from zhike.surfaces.exchange.demo.models import Mark

LAST: tuple[Model, ...] = (User, Team, FieldDefinition, Company)  # others may have come to need them


def remove(progress: Progress) -> None:
    with transaction.atomic(), open_door():
        ours = _marked()
        last = {model: ours.pop(model, set()) for model in LAST}
        gone = _delete(closure(ours))
        leaving = sparing.unneeded(last)
        gone += _delete(closure(leaving))
        for model, ids in last.items():
            sparing.retire(model, ids - leaving[model])
        Mark.objects.all().delete()
    progress(f"Removed {gone:,} rows of demo data.")


def _marked() -> Rows:
    found: Rows = {}
    for record_type, record_id in Mark.objects.values_list("record_type", "record_id"):
        found.setdefault(table_of(record_type), set()).add(record_id)
    return found


def _delete(rows: Rows) -> int:
    """The number of rows. Foreign keys are checked at the commit, so the order does not matter."""
    for model, ids in rows.items():
        _let_go(model, ids, rows)
    return sum(_delete_from(model, ids) for model, ids in rows.items() if ids)


def _let_go(model: Model, ids: set[Any], leaving: Rows) -> None:
    """What stays and only mentions these rows mentions them no more."""
    for other in tables():
        for key in keys_to(model, other):
            if key.null:
                stays = other._base_manager.exclude(pk__in=leaving.get(other, ()))
                stays.filter(**{f"{key.name}__in": ids}).update(**{key.name: None})


def _delete_from(model: Model, ids: set[Any]) -> int:
    rows: Any = model._base_manager.filter(pk__in=ids)
    if model is Attachment:
        for stored in rows.exclude(stored="").values_list("stored", flat=True):
            transaction.on_commit(partial(store.remove, stored))
    return int(rows._raw_delete(rows.db))
