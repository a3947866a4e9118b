"""Writing only what a verb changed."""

from copy import deepcopy
from typing import Any


def snapshot(record: Any) -> dict[str, Any]:
    """The values of a record's own columns, to see later what changed."""
    return {field.attname: deepcopy(getattr(record, field.attname)) for field in record._meta.concrete_fields}


def save_changed(record: Any, before: dict[str, Any]) -> None:
    """Count the version up and write the columns that differ from the snapshot."""
    record.version += 1
    record.save(update_fields=[name for name, was in before.items() if getattr(record, name) != was])
