"""Moving clients to the tier they belong to, in batches; their versions stay, and each move tells why."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from django.apps import apps
from django.db import transaction

from zhike.clients.models import Client
from zhike.clients.rules.fitting import fits
from zhike.clients.rules.wording import in_words
from zhike.clients.tiers import events
from zhike.clients.tiers.models import Override, Tier
from zhike.core.base.languages import in_each
from zhike.core.lifecycle.verbs import again_on_deadlock
from zhike.core.record.amending import told
from zhike.core.timeline.kinds import EventKind
from zhike.core.timeline.models import Event
from zhike.core.timeline.moment import moment
from zhike.core.timeline.tell import event_of, tell_many

BATCH = 1_000


@dataclass(frozen=True)
class Place:
    """Where a client belongs and why: the kind of event that says so, with its facts."""

    tier: Tier | None
    kind: EventKind
    facts: dict[str, Any] = field(default_factory=dict)


NOWHERE = Place(None, events.LEFT)


def refresh(numbers: Collection[int]) -> int:
    """Move those of these clients that belong elsewhere by rule; how many. One query per tier and few more."""
    left = sorted(set(numbers))
    return sum(_refresh(left[start : start + BATCH]) for start in range(0, len(left), BATCH))


def refresh_all() -> int:
    """Every client, in batches."""
    moved, last = 0, 0
    while some := list(Client.objects.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:BATCH]):
        moved, last = moved + _refresh(some), some[-1]
    return moved


def _refresh(numbers: list[int]) -> int:
    free = Client.objects.standing().filter(pk__in=numbers, merged_into=None)
    free = free.exclude(pk__in=Override.objects.open().values("client"))
    now = dict(free.values_list("pk", "tier"))
    places = places_by_rule(now)
    moves = {pk: places.get(pk, NOWHERE) for pk, was in now.items()}
    moves = {pk: place for pk, place in moves.items() if now[pk] != (place.tier and place.tier.pk)}
    return move(moves) if moves else 0


def places_by_rule(numbers: Iterable[int]) -> dict[int, Place]:
    """The first tier whose rule fits, for each client that any fits."""
    found: dict[int, Place] = {}
    left = set(numbers)
    for tier in Tier.objects.in_order() if left else ():
        if (rule := tier.asks) and left:
            fitting = set(fits(rule, Client.objects.filter(pk__in=left)).values_list("pk", flat=True))
            place = Place(tier, events.BY_RULE, {"why": in_each(partial(in_words, rule))}) if fitting else NOWHERE
            found |= dict.fromkeys(fitting, place)
            left -= fitting
    return found


@again_on_deadlock
@transaction.atomic
def move(places: dict[int, Place], *, by: Any = None) -> int:
    """Set the tier of each client and tell it, by the program itself where nobody is named."""
    by = by or apps.get_model("access.User")._default_manager.system()
    clients = Client.objects.filter(pk__in=places).select_related("tier").order_by("pk")
    moving = [one for one in clients.select_for_update(of=("self",), no_key=True) if _elsewhere(one, places[one.pk])]
    told_events = [_told(one, places[one.pk], by) for one in moving]
    for one in moving:
        one.tier, one.tier_since = places[one.pk].tier, moment()
    Client.objects.bulk_update(moving, ["tier", "tier_since"], batch_size=BATCH)
    tell_many(told_events)
    return len(moving)


def _elsewhere(client: Client, place: Place) -> bool:
    return client.tier_id != (place.tier and place.tier.pk)


def _told(client: Client, place: Place, by: Any) -> Event:
    facts = {"name": str(client), "from": told(client.tier), "to": told(place.tier)} | place.facts
    return event_of(place.kind, client, by=by, facts=facts)
