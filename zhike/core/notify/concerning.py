"""Whom a batch of events concerns and why; sight comes later. A query per kind of record, not per event."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from django.apps import apps

from zhike.core.approval import events as approval
from zhike.core.approval.models import Approval, Seat
from zhike.core.clock import events as clock
from zhike.core.discussion import events as discussion
from zhike.core.discussion.models import Watch
from zhike.core.jobs import events as jobs
from zhike.core.lifecycle.transition import steps_of
from zhike.core.mail import events as mail
from zhike.core.notify.models import Reason
from zhike.core.notify.sight import Key, by_type
from zhike.core.record.events import ADDED, EDITED
from zhike.core.timeline.kinds import KINDS as DECLARED
from zhike.core.timeline.models import Event
from zhike.core.todos import events as todos

Concern = tuple[Event, int, str]
CLIENT, ERRAND = "clients.client", "todos.todo"
JOB_ENDS = {kind.name for kind in (jobs.FINISHED, jobs.FAILED, jobs.CANCELLED)}
STEPS = {step.tells.name for model in apps.get_models() for step in steps_of(model).values()} - JOB_ENDS
DECIDED = {kind.name for kind in (approval.APPROVED, approval.REFUSED, approval.VOIDED, approval.EXPIRED)}
NOT_ARRIVED = {mail.FAILED.name, mail.BOUNCED.name}
REMINDERS = {kind.name: Reason.NEAR for kind in DECLARED.values() if kind.reminds}
REMINDERS |= {kind.name: Reason.WROTE for kind in DECLARED.values() if kind.from_client}
SAID = {discussion.COMMENTED.name, discussion.REWORDED.name}
CONCERNING_CLIENTS = {discussion.COMMENTED.name, clock.PASSED.name}
KINDS = STEPS | SAID | JOB_ENDS | REMINDERS.keys() | CONCERNING_CLIENTS
KINDS |= {kind.name for kind in (ADDED, EDITED, todos.ADDED, discussion.INVITED, approval.ASKED)}


def concerns_of(batch: Iterable[Event]) -> Iterator[Concern]:
    """(event, number of the person, reason), the strongest reason of an event for a person first."""
    events = list(batch)
    for event in events:
        yield from ((event, pk, reason) for pk, reason in _named_in(event))
    yield from _asking_and_asked(events)
    yield from _new_clients([event for event in events if (event.kind, event.record_type) == (ADDED.name, CLIENT)])
    yield from _following([event for event in events if event.kind in STEPS | CONCERNING_CLIENTS])


def about(event: Event) -> Key:
    """The record that the person would open: of a comment, what it is about."""
    if "about" in event.facts:
        return event.facts["about"]["type"], event.facts["about"]["id"]
    return event.record_type, event.record_id


def _named_in(event: Event) -> Iterator[tuple[int, str]]:
    """Those whom the event itself names."""
    changed = event.fact("changed", {})
    if event.kind in SAID:
        was, now = changed.get("mentions", ([], event.fact("mentioned", [])))
        before = {person["id"] for person in was}
        yield from ((person["id"], Reason.MENTIONED) for person in now if person["id"] not in before)
    if event.kind == todos.ADDED.name:
        yield from _one(event.fact("owner", None), Reason.GIVEN)
    if event.kind == EDITED.name and event.record_type in {CLIENT, ERRAND}:
        yield from _one(
            changed.get("owner", [None, None])[1], Reason.GIVEN if event.record_type == ERRAND else Reason.OWNER
        )
        yield from _one(changed.get("deputy", [None, None])[1], Reason.DEPUTY)
    if event.kind == discussion.INVITED.name:
        yield from _one(event.fact("who", None), Reason.INVITED)
    if event.kind in NOT_ARRIVED:
        yield event.fact("person"), Reason.LETTER
    if event.kind in JOB_ENDS:
        yield event.fact("person"), Reason.JOB
    if event.kind in REMINDERS:
        yield from ((_number(person), REMINDERS[event.kind]) for person in event.fact("people", []))


def _number(person: Any) -> int:
    """People stand in an event by number alone, or as {id, text}."""
    return int(person["id"] if isinstance(person, dict) else person)


def _asking_and_asked(events: list[Event]) -> Iterator[Concern]:
    """Whoever may decide hears of the request, and again when it waits for long; who asked hears how it ended."""
    for event in events:
        if event.kind == approval.ASKED.name:
            yield from ((event, person["id"], Reason.DECIDE) for person in event.fact("deciders", []))
    slow = {event.record_id: event for event in events if event.kind == approval.REMINDED.name}
    silent = Seat.objects.filter(approval__in=slow, answer="") if slow else Seat.objects.none()
    yield from ((slow[number], pk, Reason.DECIDE) for number, pk in silent.values_list("approval_id", "person_id"))
    ended = {event.record_id: event for event in events if event.kind in DECIDED and event.fact("ends", False)}
    asked = Approval.objects.filter(pk__in=ended).values_list("pk", "asked_by_id") if ended else ()
    yield from ((ended[number], pk, Reason.ASKED) for number, pk in asked)


def _one(person: dict[str, Any] | None, reason: str) -> Iterator[tuple[int, str]]:
    if person:
        yield person["id"], reason


def _new_clients(events: list[Event]) -> Iterator[Concern]:
    """Whoever a new client was given to."""
    owners = _owners({about(event) for event in events})
    yield from ((event, pk, Reason.OWNER) for event in events for pk in owners[about(event)])


def _following(events: list[Event]) -> Iterator[Concern]:
    """Those who own or watch what the event is about; of a comment, its client too."""
    keys = {event: {about(event)} for event in events}
    for event in events:
        if event.client_id and event.kind in CONCERNING_CLIENTS:
            keys[event].add((CLIENT, event.client_id))
    wanted = set().union(*keys.values()) if keys else set()
    for people, reason in ((_owners(wanted), Reason.OWNED), (_watchers(wanted), Reason.WATCHED)):
        for event in events:
            yield from ((event, pk, reason) for key in keys[event] for pk in people[key])


def _owners(keys: set[Key]) -> dict[Key, set[int]]:
    found: dict[Key, set[int]] = defaultdict(set)
    for record_type, pks in by_type(keys).items():
        model = apps.get_model(record_type)
        names = [name for name in ("owner", "deputy") if any(field.name == name for field in model._meta.fields)]
        for pk, *people in model._base_manager.filter(pk__in=pks).values_list("pk", *names) if names else ():
            found[record_type, pk].update(person for person in people if person)
    return found


def _watchers(keys: set[Key]) -> dict[Key, set[int]]:
    found: dict[Key, set[int]] = defaultdict(set)
    for record_type, pks in by_type(keys).items():
        watches = Watch.objects.filter(record_type=record_type, record_id__in=pks)
        for pk, user in watches.values_list("record_id", "user_id"):
            found[record_type, pk].add(user)
    return found
