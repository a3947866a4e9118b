"""Keeping segments true: after a batch of events, for a new rule, for a new day."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date
from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from zhike.clients.models import Client
from zhike.clients.rules.needs import Needs, clients_of, needs
from zhike.clients.rules.reading import Rule, read
from zhike.clients.segments.models import Segment
from zhike.clients.segments.moving import Scope, move
from zhike.clients.segments.telling import tell_moves
from zhike.clients.segments.why import MADE, why_day, why_event
from zhike.core.timeline.models import Event

CHUNK = 50_000  # clients asked again in one transaction when all are


def live() -> Iterator[tuple[Segment, Rule, Needs]]:
    """The segments with a rule that can be read; one whose field is gone rests until its rule is mended."""
    for segment in Segment.objects.by_rule().order_by("pk"):
        with suppress(ValidationError):
            rule = read(segment.rule)
            yield segment, rule, needs(rule)


def keep_up(batch: Iterable[Event]) -> None:
    """Ask again only the clients, and only in the segments, that the events touch."""
    program = apps.get_model("access.User").objects.system()
    for segment, rule, wants in live():
        touching = {client: event for event in batch if wants.touched_by(event) for client in clients_of(event)}
        causes = {client: event for client, event in touching.items() if _moves(event, segment, rule)}
        if others := sorted(touching.keys() - causes.keys()):
            move(segment, rule, Scope(ids=others), MADE)
        if causes:
            each = {pk: {"at": event.at.isoformat(), "why": why_event(event, rule)} for pk, event in causes.items()}
            moves = move(segment, rule, Scope(ids=sorted(causes)), {}, each)
            tell_moves(segment, moves, {}, by=program, causes=causes, each=each)


def _moves(event: Event, segment: Segment, rule: Rule) -> bool:
    """Whether the event is why a client comes or goes. Until the segment is filled for the first time it is not where
    it was there before, or touches none of the rule's fields."""
    why = why_event(event, rule)
    tells = why["cause"] != "change" or bool(why["fields"])
    return segment.filled_at is not None or (tells and event.at > segment.created_at)


def stretches(after: int = 0) -> Iterator[Scope]:
    """All clients from a number on, by their numbers."""
    last = Client.objects.aggregate(last=Max("pk"))["last"] or 0
    for start in range(after, last, CHUNK):
        yield Scope(after=start, until=min(start + CHUNK, last))


def note_filled(segment: Segment, today: date) -> None:
    Segment.objects.filter(pk=segment.pk).update(filled_at=timezone.now(), swept_on=today)


def sweep(today: date) -> int:
    """Work out what the new day changes, once a day and segment; the number of segments swept."""
    program: Any = apps.get_model("access.User").objects.system()
    due = [one for one in live() if one[0].swept_on is None or one[0].swept_on < today]
    for segment, rule, _needs in due:
        why = why_day(rule)
        for scope in stretches():
            with transaction.atomic():
                tell_moves(segment, move(segment, rule, scope, why, today=today), why, by=program)
        note_filled(segment, today)
    return len(due)
