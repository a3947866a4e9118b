"""Taking words out of rows: whole ones of the person's own, only the traces elsewhere."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from django.db import models, transaction
from django.db.models import F, ProtectedError, Q, RestrictedError

from zhike.clients.merging.hanging import anything_on
from zhike.clients.privacy.belongings import Rows
from zhike.clients.privacy.columns import empty_values, worded
from zhike.clients.privacy.traces import DOTS, Traces
from zhike.core.files import store
from zhike.core.mail.models.letter import State
from zhike.core.record.models import Record
from zhike.core.search.entries import forget
from zhike.core.timeline.models import Event
from zhike.core.timeline.moment import moment

NOBODY = "nobody@example.invalid"
UNSENT = (State.WAITING, State.HELD)


def empty_record(record: Any, word: str) -> None:
    """Nothing of it is left but that it was there; put away, out of the index."""
    values = empty_values(type(record), word)
    values |= {"version": F("version") + 1, "archived_at": record.archived_at or moment()}
    type(record)._base_manager.filter(pk=record.pk).update(**values)
    forget(record._meta.label_lower, [record.pk])


def empty_all(rows: Rows, word: str) -> int:
    """What nothing hangs on goes altogether; the number of rows."""
    for model, pks in rows.items():
        forget(model._meta.label_lower, pks)
        for row in model._base_manager.filter(pk__in=pks):
            if isinstance(row, Record) and (anything_on(row) or not _gone(row)):
                empty_record(row, word)
            elif not isinstance(row, Record):
                row.delete()
    return sum(map(len, rows.values()))


def remove_files(files: Iterable[Any], word: str) -> int:
    """The content goes from the disk once the transaction stands."""
    done = 0
    for file in files:
        if file.stored:
            transaction.on_commit(partial(store.remove, file.stored))
        gone = {"name": word, "stored": "", "sha256": "", "size": 0, "custom": {}}
        _put_away(file, gone)
        done += 1
    return done


def empty_letters(letters: Iterable[Any], word: str) -> int:
    """Who it went to and what it said; one that waited is not sent any more."""
    done = 0
    for letter in letters:
        gone = {
            "to": NOBODY,
            "to_name": "",
            "subject": word,
            "text": "",
            "html": "",
            "calendar": "",
            "reply_to": "",
            "headers": {},
        }
        state = State.CANCELLED if letter.state in UNSENT else letter.state
        _put_away(letter, gone | {"answer": "", "custom": {}, "state": state})
        done += 1
    return done


def redact_row(row: Any, traces: Traces) -> bool:
    """Write the row's words without traces; whether that changed anything."""
    changed = {}
    for field in worded(type(row)):
        was = getattr(row, field.attname)
        now = traces.redacted(was)
        if now != was:
            changed[field.attname] = _fitted(field, now)
    if changed:
        counted = {"version": F("version") + 1} if isinstance(row, Record) else {}
        type(row)._base_manager.filter(pk=row.pk).update(**changed, **counted)
        if hears := getattr(row, "was_redacted", None):  # what is sealed must know
            hears(changed)
    return bool(changed)


def empty_events(records: Iterable[tuple[str, Iterable[int]]], traces: Traces) -> list[int]:
    """The personal facts of all that happened to these records; the events' numbers."""
    about = Q(pk=None)
    for record_type, ids in records:
        about |= Q(record_type=record_type, record_id__in=list(ids))
    return _rewrite(Event.objects.filter(about), lambda event: _without_personal(event, traces))


def redact_events(events: Any, traces: Traces) -> list[int]:
    """Only the traces."""
    return _rewrite(events, lambda event: traces.redacted(event.facts))


def _rewrite(events: Any, facts_of: Any) -> list[int]:
    changed = []
    for event in events.iterator():
        facts = facts_of(event)
        if facts != event.facts:
            event.facts = facts
            changed.append(event)
    Event.objects.bulk_update(changed, ["facts"], batch_size=500)
    return [event.pk for event in changed]


def _without_personal(event: Event, traces: Traces) -> dict[str, Any]:
    personal = event.declared.personal
    return {
        name: _blank(value, traces.word) if name in personal else traces.redacted(value)
        for name, value in event.facts.items()
        if name != "changed"
    }


def _blank(value: Any, word: str) -> Any:
    """A link stays a link; its text goes."""
    if isinstance(value, dict):
        return {name: word if name == "text" else one for name, one in value.items() if name in ("id", "type", "text")}
    if isinstance(value, list):
        return [word for _one in value]
    return word if isinstance(value, str) else None


def _fitted(field: Any, value: Any) -> Any:
    """What is no address or number any more is better empty; what must not be empty keeps its dots."""
    if isinstance(value, str):
        most = getattr(field, "max_length", None)
        empty_fits = field.blank and isinstance(field, (models.EmailField, models.URLField))
        return "" if (value == DOTS and field.blank) or (empty_fits and DOTS in value) else value[:most]
    return value


def _gone(row: Any) -> bool:
    try:
        with transaction.atomic():
            row.delete()
    except (ProtectedError, RestrictedError):
        return False
    return True


def _put_away(record: Any, values: dict[str, Any]) -> None:
    values = values | {"version": F("version") + 1, "archived_at": record.archived_at or moment()}
    type(record)._base_manager.filter(pk=record.pk).update(**values)
    forget(record._meta.label_lower, [record.pk])
