"""What makes the work with a client hard, counted from our own records: each count with its list, what is usual, and
what helps. No client gets a label; a count says where to look, and the cause may be ours.

Other areas add what they know: `rub(Rub(...))`.
"""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from statistics import median
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from zhike.agreements.choices import Side
from zhike.agreements.choices import State as Agreed
from zhike.agreements.contracts.choices import Paid
from zhike.clients.models import Client
from zhike.clients.pains.models import LIVING
from zhike.core.access.areas import area_is_on
from zhike.domains.conversations.models import Mood
from zhike.domains.requirements.choices import ConflictState
from zhike.insight.analytics.asked import Asked

FAR, LEAST = 2, 3  # times what is usual; records below which nothing stands out
SHOWN = 20

Words = dict[str, Any]
Tally = dict[int | None, int]  # how often, by client


@dataclass(frozen=True)
class Rub:
    """`words` narrow the list of `resource` to what is counted; `helps` is what to do about it."""

    name: str
    label: str | Promise
    helps: str | Promise
    resource: str
    words: Callable[[Asked], Words]
    area: str = ""


@dataclass(frozen=True)
class Count:
    """How often it happened with a client, in which list, and with how many half of the clients do at most."""

    rub: Rub
    number: int
    usual: float
    url: str

    @property
    def stands_out(self) -> bool:
        return self.number >= LEAST and self.number > FAR * self.usual


_rubs: dict[str, Rub] = {}


def rub(one: Rub) -> None:
    """Declare something to count."""
    if one.name in _rubs:
        raise ValueError(f"{one.name!r} is declared twice")
    _rubs[one.name] = one


def rubs() -> list[Rub]:
    """In the order of their declaration, without those of areas that are switched off."""
    return [one for one in _rubs.values() if not one.area or area_is_on(one.area)]


def _overdue(asked: Asked) -> Words:
    return {"state": Paid.INVOICED, "pay_by": f"..{asked.reader.today - timedelta(days=1)}"}


for _one in (
    Rub(
        "tense", _("Tense talks"), _("Call before you write, and note what is behind it as a pain point."),
        "conversations", lambda asked: {"mood": Mood.TENSE, "happened_at": asked.stretch.said},
    ),
    Rub(
        "reversed", _("Decisions they took back"),
        _("Read decisions back and have them confirmed by link; say what going back costs."),
        "decisions", lambda asked: {"side": Side.THEM, "state": Agreed.SUPERSEDED, "state_on": asked.stretch.said},
    ),
    Rub(
        "undone", _("Promises of theirs that were broken"),
        _("Remind them earlier, and agree what follows when something of theirs comes late."),
        "promises", lambda asked: {"side": Side.THEM, "state": Agreed.BROKEN, "state_on": asked.stretch.said},
    ),
    Rub(
        "unmet", _("Expectations not met"), _("Ask before each stage what they expect, and agree on the level."),
        "expectations", lambda asked: {"state": Agreed.BROKEN, "state_on": asked.stretch.said},
    ),
    Rub(
        "pains", _("Pain points without an answer"), _("Offer a way for the heaviest of them."),
        "pains", lambda _asked: {"state": [one.value for one in LIVING]},
    ),
    Rub(
        "clash", _("Their own people want different things"),
        _("Have the named decider decide before anything is built."), "conflicts",
        lambda _asked: {"state": ConflictState.OPEN},
    ),
    Rub(
        "reworded", _("Requirements put in other words"), _("Show a prototype before building."),
        "requirements", lambda asked: {"changed_on": asked.stretch.said},
    ),
    Rub("unpaid", _("Payments overdue"), _("Agree on a part beforehand."), "payments", _overdue),
):  # fmt: skip
    rub(_one)


def counts_of(client: Any, asked: Asked, least: int = 1) -> list[Count]:
    """What happened with one client `least` times or more, compared with all that the person sees.

    Everybody's numbers are counted only where there is something to compare.
    """
    numbers = {one: _tally(one, asked, client=client.pk).get(client.pk, 0) for one in rubs()}
    often = {one: number for one, number in numbers.items() if number >= least}
    usual = _usual(_tallies(asked), asked) if often else {}
    return [_count(one, number, usual[one.name], client.pk, asked) for one, number in often.items()]


def standing_out(asked: Asked) -> list[tuple[Client, list[Count]]]:
    """The clients with whom something happens far more often than usual, those with most of it first."""
    found = {pk: [one for one in counts if one.stands_out] for pk, counts in _by_client(asked).items()}
    order = sorted((pk for pk in found if found[pk]), key=lambda pk: (-len(found[pk]), -_sum(found[pk]), pk))[:SHOWN]
    known = Client.objects.visible_to(asked.user).in_bulk(order)
    return [(known[pk], found[pk]) for pk in order if pk in known]


def _by_client(asked: Asked) -> dict[int, list[Count]]:
    tallies = _tallies(asked)
    usual = _usual(tallies, asked)
    found: dict[int, list[Count]] = defaultdict(list)
    for one in rubs():
        for pk, number in tallies[one.name].items():
            if pk is not None:
                found[pk].append(_count(one, number, usual[one.name], pk, asked))
    return found


def _tallies(asked: Asked) -> dict[str, Tally]:
    """By the name of the rub; one query for each."""
    return {one.name: _tally(one, asked) for one in rubs()}


def _tally(one: Rub, asked: Asked, **words: Any) -> Tally:
    return asked.tally(one.resource, "client", **one.words(asked), **words)


def _usual(tallies: dict[str, Tally], asked: Asked) -> dict[str, float]:
    """With how many half of the clients do at most: of those with whom anything happened or was said."""
    everyone = set(asked.tally("conversations", "client", happened_at=asked.stretch.said)).union(*tallies.values())
    return {name: median([tally.get(pk, 0) for pk in everyone]) if everyone else 0 for name, tally in tallies.items()}


def _count(one: Rub, number: int, usual: float, client: int, asked: Asked) -> Count:
    return Count(one, number, usual, asked.address(one.resource, **one.words(asked), client=client))


def _sum(counts: list[Count]) -> int:
    return sum(one.number for one in counts)


def friction(asked: Asked) -> dict[str, Any]:
    """What the page of the picture shows beside it."""
    return {"clients": standing_out(asked), "far": FAR, "least": LEAST}
