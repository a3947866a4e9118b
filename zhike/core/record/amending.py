"""Changing the fields of a record: lock, check, set, save what changed, tell what was and what is."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import models

from zhike.core.lifecycle.saving import save_changed, snapshot
from zhike.core.lifecycle.verbs import May, again_on_deadlock, holding
from zhike.core.record import events
from zhike.core.timeline.kinds import EventKind
from zhike.core.timeline.tell import tell

NOTHING: tuple[Any, ...] = (None, "", [])  # of an own field: it is then not stored


class Amendable:
    """A record whose fields change only through `amend`."""

    def amend(self: Any, *, by: Any, version: int | None = None, **values: Any) -> Any:
        """Set values that the form has validated. Returns the event, or None when nothing changes.

        Raises Forbidden, and StaleEdit when `version` is no longer the record's.
        """
        return self.amend_if(type(self).may_amend, by=by, version=version, **values)

    @again_on_deadlock
    def amend_if(self: Any, may: May, /, *, by: Any, version: int | None = None, **values: Any) -> Any:
        """The same for a verb with a rule of its own about who may."""
        with holding(self, by=by, may=may, version=version):
            changed = {name: [was, now] for name, was, now in self.differences(values)}
            if not changed:
                return None
            before = snapshot(self)
            self.write(values)
            save_changed(self, before)
            self.write_links(values)
            return tell(self.tells_edited(changed), self, by=by, facts={"changed": changed})

    def tells_added(self, values: dict[str, Any]) -> EventKind:
        return events.ADDED

    def tells_edited(self, changed: dict[str, Any]) -> EventKind:
        return events.EDITED

    def differences(self: Any, values: dict[str, Any]) -> list[tuple[str, Any, Any]]:
        """(name, old value, new value), as JSON, for each value that would change."""
        found = []
        for name, value in values.items():
            if self._same_link(name, value):
                continue
            was, now = told(self.read(name)), told(value)
            stays_empty = name.startswith("own_") and was in NOTHING and now in NOTHING
            if was != now and not stays_empty:
                found.append((name, was, now))
        return found

    def _same_link(self: Any, name: str, value: Any) -> bool:
        """Whether a foreign key stays as it is; compared without fetching the record it points to."""
        field = None if name.startswith("own_") else self._meta.get_field(name)
        return bool(field and field.many_to_one and getattr(self, field.attname) == getattr(value, "pk", None))

    def read(self: Any, name: str) -> Any:
        """The value by the name of its form field; custom fields are called `own_<key>`."""
        if name.startswith("own_"):
            return self.custom.get(name[4:])
        if self._meta.get_field(name).many_to_many:
            return list(getattr(self, name).all()) if self.pk else []
        return getattr(self, name)

    def write(self: Any, values: dict[str, Any]) -> None:
        for name, value in values.items():
            if name.startswith("own_"):
                self._write_own(name[4:], value)
            elif not self._meta.get_field(name).many_to_many:
                setattr(self, name, value)

    def _write_own(self: Any, key: str, value: Any) -> None:
        if value in NOTHING:
            self.custom.pop(key, None)
        else:
            self.custom[key] = told(value)

    def write_links(self: Any, values: dict[str, Any]) -> None:
        for name, value in values.items():
            if not name.startswith("own_") and self._meta.get_field(name).many_to_many:
                getattr(self, name).set(value)


def told(value: Any) -> Any:
    """A value as events and own fields keep it: JSON, links as {id, text}."""
    if isinstance(value, models.Model):
        return {"id": value.pk, "text": str(value)}
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    if isinstance(value, dict):
        return {key: told(one) for key, one in value.items()}
    if isinstance(value, (list, tuple, set, models.QuerySet)):
        return [told(one) for one in value]
    return value if value is None or isinstance(value, (bool, int, float)) else str(value)
