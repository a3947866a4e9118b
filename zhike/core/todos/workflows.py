"""A to-do about any record."""

from typing import Any

from zhike.core.todos.models import Todo


def add_todo(record: Any, *, by: Any, **values: Any) -> Todo:
    """Add a to-do about the record, on its client's timeline. `values` passed TodoForm. Raises Forbidden."""
    values |= {"record_type": record._meta.label_lower, "record_id": record.pk}
    if client_id := getattr(record, "timeline_client_id", None):
        values["client"] = Todo._meta.get_field("client").related_model._base_manager.get(pk=client_id)
    made: Todo = Todo.objects.add(by=by, **values)
    return made
