"""A to-do about any record."""

from typing import Any

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
