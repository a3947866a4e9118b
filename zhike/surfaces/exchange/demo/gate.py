"""Values pass the same form as anybody's before they become a record."""

from typing import Any

from zhike.core.record.form import RecordForm


def through(form: type[RecordForm], values: dict[str, Any], *, by: Any) -> Any:
    """The record. Raises ValueError when the form refuses: the demo must hold nothing that nobody could enter."""
    gate = form(by=by)
    passed, faults = gate.clean_row(values)
    if faults:
        raise ValueError(f"{form.__name__} refuses {values}: {faults}")
    return gate._meta.model._default_manager.add(by=by, **passed)
