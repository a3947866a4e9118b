"""A to-do about any record; many at once, for those who plan ahead."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.db.models import F

from zhike.core.lifecycle.errors import Forbidden
from zhike.core.lifecycle.policies import may_work
from zhike.core.record.amending import told
from zhike.core.record.events import ARCHIVED
from zhike.core.timeline.moment import moment
from zhike.core.timeline.tell import event_of, tell_many
from zhike.core.todos import events
from zhike.core.todos.models import Todo
from zhike.core.todos.policies import check_owner


def add_todo(record: Any, *, by: Any, **values: Any) -> Todo:
    """Add a to-do about the record, on its client's timeline. `values` passed TodoForm. Raises Forbidden, Unseeing."""
    values |= {"record_type": record._meta.label_lower, "record_id": record.pk}
    if client_id := getattr(record, "timeline_client_id", None):
        values["client"] = Todo._meta.get_field("client").related_model._base_manager.get(pk=client_id)
    check_owner(values.get("owner"), record, by=by)
    made: Todo = Todo.objects.add(by=by, **values)
    return made


@transaction.atomic
def add_many(todos: Iterable[Todo], *, by: Any) -> list[Todo]:
    """The bulk twin of adding: unsaved to-dos whose owners see them, in two statements. Raises Forbidden."""
    if not may_work(by):
        raise Forbidden
    now = moment()
    wanted = list(todos)
    for todo in wanted:
        todo.created_by, todo.created_at = by, now
    made = Todo.objects.bulk_create(wanted)
    tell_many(event_of(events.ADDED, one, by=by, facts={"name": one.title, "owner": told(one.owner)}) for one in made)
    return made


@transaction.atomic
def withdraw_many(todos: Any, *, by: Any) -> int:
    """Put away those of the queryset that are still open; how many. Raises Forbidden."""
    if not may_work(by):
        raise Forbidden
    found = list(todos.open().order_by("pk").select_for_update(of=("self",), no_key=True))
    Todo.objects.filter(pk__in=[todo.pk for todo in found]).update(archived_at=moment(), version=F("version") + 1)
    tell_many(event_of(ARCHIVED, todo, by=by, facts={"name": todo.title}) for todo in found)
    return len(found)
