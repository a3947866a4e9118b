"""Undoing an import: what it made is archived, what it changed gets its old values back, unless edited since.

It walks the import's own events from the last to the first, a chunk a transaction, with a marker: killed, it goes on
exactly. What it leaves as it is stands in `Spared`, with the reason. Archived records give up their outside number,
so that the mended file can be imported again; the event keeps it.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter
from typing import Any

from django.apps import apps
from django.db import connection, transaction
from django.utils import translation

from zhike.core.base.languages import language_for
from zhike.core.lifecycle.policies import may_work
from zhike.core.lifecycle.verbs import again_on_deadlock
from zhike.core.record import events
from zhike.core.resources.registry import resource_of
from zhike.core.resources.resource import Resource
from zhike.core.timeline.models import Event
from zhike.core.timeline.moment import moment
from zhike.core.timeline.tell import event_of, tell, tell_many
from zhike.surfaces.exchange.engine import LOCKS, Elsewhere, Stop, Tell
from zhike.surfaces.exchange.events import UNDONE
from zhike.surfaces.exchange.models import Import, Spared, Stage
from zhike.surfaces.exchange.turning import Turn
from zhike.surfaces.exchange.writing import save_columns

CHUNK = 500
UNDOABLE = (Stage.DONE, Stage.STOPPED, Stage.RUNNING, Stage.UNDOING)
TOUCHED = """
select distinct e.record_id from timeline_event e join access_user u on u.id = e.actor_id
where e.record_type = %s and e.record_id = any(%s) and e.id > %s and not u.is_system
and (e.facts->>'import') is distinct from %s
"""
AT_CLIENT = """
select distinct e.client_id from timeline_event e join access_user u on u.id = e.actor_id
where e.client_id = any(%s) and e.record_type <> 'clients.client' and e.id > %s and not u.is_system
and not e.facts ? 'import'
"""


def may_undo(user: Any, of: Import) -> bool:
    """Whoever works here, and sees the import, once; only where something was written."""
    return may_work(user) and of.stage in UNDOABLE and bool(of.created + of.updated)


def undo(of: Import, *, by: Any, tell: Tell = lambda of: None, stop: Stop = lambda: False) -> Import:
    """Turn round what is left to turn round. `tell` is called inside each chunk's transaction. Raises Elsewhere."""
    with translation.override(language_for(by)):
        while not stop() and _chunk(of, by, tell):
            pass
    return of


@again_on_deadlock
def _chunk(of: Import, by: Any, tell_it: Tell) -> bool:
    """Whether there was something left."""
    with transaction.atomic():
        _hold(of)
        told = list(_events(of)[:CHUNK])
        if told:
            spared = sum(_write(turn, of, by) for turn in _turns(of, told, by))
            of.undo_place = told[-1].pk
            of.undone += len(told) - spared
            of.spared_rows += spared
        else:
            of.stage = Stage.UNDONE
            of.finished_at = moment()
            tell(UNDONE, of, by=by, facts={"name": of.name, "import": of.pk})
        of.save(update_fields=["undo_place", "undone", "spared_rows", "stage", "finished_at"])
        tell_it(of)
    return bool(told)


def _hold(of: Import) -> None:
    """Lock this import and all others of the resource; leave when another process has moved the marker."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(%s, hashtext(%s))", [LOCKS, of.resource])
    held = Import.objects.select_for_update().values_list("undo_place", "stage").get(pk=of.pk)
    if held != (of.undo_place, of.stage):
        raise Elsewhere(of.pk)


def _events(of: Import) -> Any:
    """What the import told and is not turned round yet, the last first."""
    if not of.first_event:
        return Event.objects.none()
    before = {"pk__lt": of.undo_place} if of.undo_place else {}
    told = Event.objects.filter(pk__range=(of.first_event, of.last_event), **before)
    return told.filter(facts__import=of.pk).order_by("-pk")


def _turns(of: Import, told: Iterable[Event], by: Any) -> Iterator[Turn]:
    """One for each type of record: clients may have been made on the way."""
    by_type = attrgetter("record_type")
    for record_type, some in groupby(sorted(told, key=by_type), by_type):
        if resource := resource_of(apps.get_model(record_type)):
            yield _turned(of, list(some), resource, by)


def _turned(of: Import, told: Iterable[Event], resource: Resource, by: Any) -> Turn:
    ids = sorted({event.record_id for event in told})
    model: Any = resource.model
    form = resource.form(by=by)
    linked = [field.name for field in model._meta.many_to_many if field.name in form.fields]
    records = model.objects.visible_to(by).filter(pk__in=ids).prefetch_related(*linked)
    held = {one.pk: one for one in records.select_for_update(of=("self",), no_key=True).order_by("pk")}
    turn = Turn(held, form, _touched(of, resource.record_type, ids), by)
    for event in told:
        turn.round(event)
    return turn


def _touched(of: Import, record_type: str, ids: list[int]) -> set[int]:
    """Records to which a person has done something since, other than by this import."""
    with connection.cursor() as cursor:
        cursor.execute(TOUCHED, [record_type, ids, of.first_event, str(of.pk)])
        found = {pk for (pk,) in cursor.fetchall()}
        if record_type == "clients.client":
            cursor.execute(AT_CLIENT, [ids, of.first_event])
            found |= {pk for (pk,) in cursor.fetchall()}
    return found


def _write(turn: Turn, of: Import, by: Any) -> int:
    """How many rows are left as they are."""
    for columns, records in turn.alike():
        save_columns(columns, records)
    for record, name, linked in turn.links:
        getattr(record, name).set(linked)
    facts = {"import": of.pk, "undoes": of.name}
    tell_many(
        event_of(
            events.ARCHIVED if changed is None else record.tells_edited(changed),
            record,
            by=by,
            facts=({"name": str(record)} if changed is None else {"changed": changed}) | more | facts,
        )
        for record, changed, more in turn.told
    )
    Spared.objects.bulk_create([Spared(of=of, row=row, record_id=pk, reason=reason) for row, pk, reason in turn.spared])
    return len(turn.spared)
