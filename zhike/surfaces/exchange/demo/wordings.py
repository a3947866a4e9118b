"""What clients read in two languages: how the texts of the demo read in English."""

from functools import partial
from typing import Any

from zhike.agreements.models import Decision
from zhike.agreements.tradeoffs.models import Tradeoff
from zhike.domains.projects.models import Deliverable
from zhike.surfaces.exchange.demo.world import World

TRADEOFF = {
    "title": "{thing}: how far do we get before the holiday?",
    "wish": "All of it has to be live before the National Day, with nothing left out.",
    "because": "There are only twenty-three working days before the holiday, and two designers still finish another "
    "stage. In a rush the testing is what gives way, and the faults would show in the long holiday.",
}  # fmt: skip
WAYS = (
    ("The main part first", "The main way through and three common pages; the other pages after the holiday",
     "Ready before the holiday; the rest three weeks later; this time we bear what going live twice costs"),
    ("All of it three weeks later", "Every page at once", "Tested in full; not there before the holiday"),
    ("Two more people", "Every page, with two more designers",
     "All of it before the holiday; it costs more, and briefing takes two half days of your colleagues"),
)  # fmt: skip
DELIVERABLES = {
    "授权流程页面稿": (
        "Screens of the authorisation", "Type no smaller than 18; three steps; a screen reader says every button"
    ),
    "代挂流程页面稿": ("Screens of booking for family", "Changing and cancelling are both confirmed by a text message"),
}  # fmt: skip

DECISIONS = {  # by the question as it was asked
    "大屏要不要显示每条船？": {
        "question": "Does the wall screen show every ship?", "subject": "Wall screen",
        "alternatives": "Show all of them",
        "reason": "The management takes one glance only",
    },
    "家属代挂号算不算在原合同里？": {
        "question": "Is booking for family part of the original contract?", "subject": "Booking for family",
        "alternatives": "It is part of the original contract", "reason": "Annex 1 of the contract does not list it",
    },
}  # fmt: skip


def build(world: World) -> None:
    """What is there by then is told in both languages."""
    world.plan(world.lately(), partial(_projects, world))
    world.plan(world.lately(), partial(_decisions, world))


def of_tradeoff(tradeoff: Tradeoff, thing: str, *, by: Any) -> None:
    _write(tradeoff, {key: words.format(thing=thing) for key, words in TRADEOFF.items()}, by=by)
    for way, said in zip(tradeoff.ways.all(), WAYS, strict=True):
        names = ("title", "scope", "consequences")
        _write(tradeoff, {f"way-{way.pk}-{name}": words for name, words in zip(names, said, strict=True)}, by=by)


def _projects(world: World) -> None:
    ours = Deliverable.objects.filter(client__in=world.clients.values(), title__in=DELIVERABLES).order_by("pk")
    for one in ours.standing():
        title, criteria = DELIVERABLES[one.title]
        _write(one, {"title": title, "criteria": criteria}, by=one.owner)


def _decisions(world: World) -> None:
    """What was asked and why stands in both; their answers were confirmed as they are."""
    for one in Decision.objects.open().filter(client__in=world.clients.values(), question__in=DECISIONS).order_by("pk"):
        _write(one, DECISIONS[one.question], by=one.owner)


def _write(record: Any, said: dict[str, str], *, by: Any) -> None:
    for of, twin in said.items():
        record.write_twin(by=by, of=of, twin=twin, prevails="zh")
