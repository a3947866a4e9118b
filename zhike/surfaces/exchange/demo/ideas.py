"""What somebody thought of: weighed, tried for some hours, kept or dropped, and what became of it."""

from datetime import timedelta
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

from zhike.core.access.models import User
from zhike.domains.ideas.forms import IdeaForm
from zhike.domains.projects.models import Project
from zhike.surfaces.exchange.demo.gate import through
from zhike.surfaces.exchange.demo.roster import cells, lines_of
from zhike.surfaces.exchange.demo.world import World

FILE = Path(__file__).with_name("ideas.txt")
OURS = "us"
MARKS = ("value", "value_why", "cost", "cost_why", "fit", "fit_why", "measure")


class Thought:
    """One idea of the file; `steps` are its course, in their order."""

    def __init__(self, world: World, said: list[str]) -> None:
        self.world = world
        self.client, self.day, self.whose, self.odd, self.title = said
        self.text = ""
        self.steps: list[tuple[str, list[str]]] = []

    def plan(self) -> None:
        """Each a little later than the one before, also where both fall on the same working day."""
        self._later(self.day, 0, self._note)
        for place, (word, (day, *more)) in enumerate(self.steps, start=1):
            self._later(day, place, partial(getattr(self, f"_{word}"), *more))

    def _later(self, day: str, place: int, act: Any) -> None:
        worked = self.world.working_day_before(self._date(day))
        self.world.plan(self.world.moment(worked, 9.5 + place / 4), act)

    def _date(self, day: str) -> Any:
        return self.world.today + timedelta(days=int(day))

    def _note(self) -> None:
        firm = self.world.firms.get(self.client)
        self.by = self.world.staff[firm.owner if firm else self.whose]
        client = self.world.clients[self.client] if firm else None
        self.made = through(IdeaForm, {
            "title": self.title, "text": self.text, "odd": self.odd == "odd", "client": client,
            "project": Project.objects.filter(client=client).order_by("-pk").first() if client else None,
            "person": self.world.staff.get(self.whose), "contact": self._contact(), "owner": self.by,
        }, by=self.by)  # fmt: skip

    def _contact(self) -> Any:
        if self.whose in self.world.staff:
            return None
        return self.world.contact(self.client, self.whose)

    def _weighed(self, *said: str) -> None:
        told: dict[str, Any] = dict(zip(MARKS, said, strict=True))
        self.made.weigh(by=self.by, **told | {name: int(told[name]) for name in ("value", "cost", "fit")})

    def _trial(self, hours: str, until: str) -> None:
        self.made.try_out(by=self.by, hours=Decimal(hours), until=self.world.working_day(self._date(until)))

    def _spent(self, hours: str, words: str) -> None:
        self.made.spend(by=self.by, hours=Decimal(hours), words=words)

    def _kept(self, becomes: str, why: str) -> None:
        self.made.keep(by=self.by, becomes=becomes, reason=why)

    def _built(self, wording: str) -> None:
        """What it became is agreed, built and done; the requirement hears of the client's word at once."""
        wanted = self.made.requirement
        wanted.analyse(by=self.by, wording=wording, measure=wanted.measure)
        wanted.ask(by=self.by)
        wanted.entry.confirm(by=self.by, contact=wanted.contact, how="call")
        wanted.follow_ledger(by=User.objects.system())
        wanted.start(by=self.by)
        wanted.finish(by=self.by)

    def _dropped(self, why: str) -> None:
        self.made.drop(by=self.by, reason=why)

    def _judged(self, result: str, words: str, amount: str, currency: str) -> None:
        if self.made.todo:
            self.made.todo.complete(by=self.by)
        money = Decimal(amount) if amount else None
        self.made.judge(by=self.by, result=result, words=words, amount=money, currency=currency)


def build(world: World) -> None:
    for one in _read(world):
        one.plan()


def _read(world: World) -> list[Thought]:
    """Those of ours, and of clients that are there; small demo companies have fewer."""
    found: list[Thought] = []
    known = True
    for word, rest in lines_of(FILE):
        said = cells(rest)
        if word == "idea":
            known = said[0] == OURS or said[0] in world.firms
            found += [Thought(world, said)] if known else []
        elif known and word == "text":
            found[-1].text = rest
        elif known:
            found[-1].steps.append((word, said))
    return found
