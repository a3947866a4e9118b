"""What turning round one import's events comes to. Nothing is written here."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

from zhike.core.base.listing import listed
from zhike.core.record import events
from zhike.core.record.amending import told
from zhike.core.timeline.models import Event
from zhike.core.timeline.moment import moment


class Turn:
    """`records` by key, as they stand, locked; `touched` are the keys of those to which a person did something since.

    `told` are (record, what changed or None for archived, further facts); `spared` (row, key, reason).
    """

    def __init__(self, records: Mapping[int, Any], form: Any, touched: set[int], by: Any) -> None:
        self.records, self.form, self.touched, self.by = records, form, touched, by
        self.told: list[tuple[Any, dict[str, Any] | None, dict[str, Any]]] = []
        self.links: list[tuple[Any, str, list[Any]]] = []
        self.spared: list[tuple[int, int, str]] = []
        self._columns: dict[int, set[str]] = {}

    def round(self, event: Event) -> None:
        """Take the record to where it was before the event."""
        record = self.records.get(event.record_id)
        if record is None or not type(record).may_amend(self.by, record):
            self._spare(event, _("You do not see it, or may not change it."))
        elif event.kind == events.IMPORTED.name:
            self._put_away(event, record)
        else:
            self._set_back(event, record)

    def alike(self) -> Iterator[tuple[tuple[str, ...], list[Any]]]:
        """The changed records by the columns that changed."""
        found: dict[tuple[str, ...], list[Any]] = {}
        for pk, names in self._columns.items():
            found.setdefault(tuple(sorted(names | {"version"})), []).append(self.records[pk])
        yield from found.items()

    def _put_away(self, event: Event, record: Any) -> None:
        if record.archived_at is not None:
            return
        if record.pk in self.touched:
            self._spare(event, _("It was worked with since, so it stays."))
            return
        more = {"external_id": record.external_id} if getattr(record, "external_id", "") else {}
        record.archived_at = moment()
        names = {"archived_at"}
        if more:
            record.external_id = ""
            names.add("external_id")
        self._change(record, names)
        self.told.append((record, None, more))

    def _set_back(self, event: Event, record: Any) -> None:
        changed = event.fact("changed", {})
        still = {name: was for name, (was, now) in changed.items() if told(record.read(name)) == now}
        values = self._values(record, still)
        if other := [name for name in changed if name not in values]:
            labels = [str(self.form.fields[name].label or name) if name in self.form.fields else name for name in other]
            self._spare(event, _("Changed since, so it stays: %(fields)s.") % {"fields": listed(labels)})
        if values:
            self._write(record, values)

    def _values(self, record: Any, still: Mapping[str, Any]) -> dict[str, Any]:
        """The old values, through the gate: what can no longer be said is left out."""
        self.form.instance = record
        values, _faults = self.form.clean_row({name: _typed(was) for name, was in still.items()}, only=still)
        return {name: value for name, value in values.items() if name in still}

    def _write(self, record: Any, values: dict[str, Any]) -> None:
        changed = {name: [was, now] for name, was, now in record.differences(values)}
        if not changed:
            return
        record.write(values)
        many = {name for name in changed if not name.startswith("own_") and record._meta.get_field(name).many_to_many}
        self.links += [(record, name, values[name]) for name in many]
        self._change(record, {"custom" if name.startswith("own_") else name for name in changed if name not in many})
        self.told.append((record, changed, {}))

    def _change(self, record: Any, names: set[str]) -> None:
        if record.pk not in self._columns:
            record.version += 1
        self._columns.setdefault(record.pk, set()).update(names)

    def _spare(self, event: Event, reason: str) -> None:
        self.spared.append((event.fact("row", 0), event.record_id, reason))


def _typed(was: Any) -> Any:
    """A stored value as the form takes it: links by their number."""
    if isinstance(was, dict):
        return was.get("id", was)
    return [_typed(one) for one in was] if isinstance(was, list) else was
