"""Undo: what an adding, an edit, an archiving, a restoring or a declared step did is turned round by the same verbs."""

from collections.abc import Callable, Iterable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core import signing
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_POST

from zhike.core.access.request import StaffRequest
from zhike.core.base.way_back import way_back
from zhike.core.lifecycle.errors import Refused
from zhike.core.record import events
from zhike.core.resources.registry import find_record, resource_of
from zhike.core.timeline.kinds import EventKind
from zhike.core.timeline.models import Event

KEPT_SECONDS = 60 * 60
UNDOABLE = {str(kind) for kind in (events.ADDED, events.EDITED, events.ARCHIVED, events.RESTORED)}
TurnRound = Callable[[Any, Event, Any], bool]
DECLARED: dict[str, TurnRound] = {}


def turned_round(kind: EventKind) -> Callable[[TurnRound], TurnRound]:
    """Make `turn(record, event, by)` undo events of this kind: whether it did. The latest on a record alone is."""

    def declare(turn: TurnRound) -> TurnRound:
        DECLARED[str(kind)] = turn
        return turn

    return declare


def undo_values(told: Iterable[Event | None]) -> str:
    """A signed list of events to undo, for the toast; empty when none of them can be."""
    pks = [event.pk for event in told if event and (event.kind in UNDOABLE or event.kind in DECLARED)]
    return signing.dumps(pks, salt="undo", compress=True) if pks else ""


@login_required
@require_POST
def undo(request: StaffRequest) -> HttpResponse:
    """Turn the events of the toast round, each as far as nobody has changed the same since."""
    try:
        pks = signing.loads(request.POST.get("events", ""), salt="undo", max_age=KEPT_SECONDS)
    except signing.BadSignature:
        messages.error(request, gettext("This can no longer be undone."))
        return redirect(way_back(request, "/"))
    done = sum(turn_round(event, request.user) for event in Event.objects.filter(pk__in=pks, actor=request.user))
    if done:
        said = ngettext("%(count)d change undone.", "%(count)d changes undone.", done)
        messages.success(request, said % {"count": done})
    else:
        messages.error(request, gettext("This can no longer be undone: it has changed again since."))
    return redirect(way_back(request, "/"))


def turn_round(event: Event, user: Any) -> bool:
    """Whether it was undone: a field which has changed again since keeps its new value."""
    record: Any = find_record(event.record_type, event.record_id, user)
    if record is None:
        return False
    try:
        if event.kind == str(events.ADDED):
            return _take_away(record, event, user)
        if event.kind == str(events.ARCHIVED):
            record.restore(by=user)
        elif event.kind == str(events.RESTORED):
            record.archive(by=user)
        elif turn := DECLARED.get(event.kind):
            return _is_latest(event) and turn(record, event, user)
        else:
            return _set_back(record, event, user)
    except Refused:
        return False
    return True


def _take_away(record: Any, event: Event, user: Any) -> bool:
    """What was added goes to the archive, unless something happened to it since."""
    if Event.objects.filter(record_type=event.record_type, record_id=event.record_id, pk__gt=event.pk).exists():
        return False
    record.archive(by=user)
    return True


def _is_latest(event: Event) -> bool:
    on_it = Event.objects.filter(record_type=event.record_type, record_id=event.record_id, kind=event.kind)
    return not on_it.filter(pk__gt=event.pk).exists()


def _set_back(record: Any, event: Event, user: Any) -> bool:
    from zhike.core.record.amending import told

    resource = resource_of(record)
    if resource is None:
        return False
    form = resource.form(instance=record, by=user)
    changed = event.fact("changed", {})
    still = {name: was for name, (was, now) in changed.items() if told(record.read(name)) == now}
    values, _faults = form.clean_row({name: _typed(was) for name, was in still.items()}, only=still)
    return bool(values and record.amend(by=user, **values))


def _typed(was: Any) -> Any:
    """A stored value as the form takes it: links by their number."""
    if isinstance(was, dict):
        return was.get("id", was)
    return [_typed(one) for one in was] if isinstance(was, list) else was
