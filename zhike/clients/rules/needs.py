"""What a rule reads, and so which events may change whom it fits."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from zhike.clients.rules.reading import Rule, conditions
from zhike.core.record.events import EDITED
from zhike.core.timeline.models import Event

CLIENT = "clients.client"


@dataclass(frozen=True)
class Needs:
    """`columns` are fields of the client (own ones as `own_<key>`), `records` the types of records read beside it,
    `day` says whether the answer changes with the day alone."""

    columns: frozenset[str] = frozenset()
    records: frozenset[str] = frozenset()
    day: bool = False

    def touched_by(self, event: Event) -> bool:
        """Whether the event may have changed whom the rule fits. What is not an edit of the client always may, for the
        client may be new, or back."""
        if event.record_type != CLIENT:
            return event.record_type in self.records
        changed = event.fact("changed", {})
        return not self.columns.isdisjoint(changed) if changed else event.kind != str(EDITED)


def needs(rule: Rule) -> Needs:
    asked = list(conditions(rule))
    return Needs(
        frozenset(column for one in asked for column in one.field.columns),
        frozenset(record for one in asked for record in one.field.records),
        any(one.timely for one in asked),
    )


def touched_clients(events: Iterable[Event], wants: Needs) -> set[int]:
    """Numbers of the clients to ask again after these events."""
    return {client for event in events if wants.touched_by(event) for client in clients_of(event)}


def clients_of(event: Event) -> set[int]:
    """The client whose event it is, and the one that a moved record belonged to before."""
    if event.record_type == CLIENT:
        return {event.record_id}
    was: Any = (event.fact("changed", {}).get("client") or [None])[0]
    return {one for one in (event.client_id, was["id"] if isinstance(was, dict) else None) if one}
