"""What is feared in the projects: told in time, told late, happened, over."""

from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

from zhike.domains.projects.models import Project
from zhike.domains.projects.risks.forms import RiskForm
from zhike.domains.projects.risks.models import Risk
from zhike.surfaces.exchange.demo.gate import through
from zhike.surfaces.exchange.demo.roster import cells, lines_of
from zhike.surfaces.exchange.demo.world import World

FILE = Path(__file__).with_name("risks.txt")
TEXTS = ("cause", "effect", "plan")


class Feared:
    """One risk of the file, with what becomes of it; its steps come one after the other."""

    def __init__(self, world: World, kind: str, said: list[str]) -> None:
        self.world, self.kind = world, kind
        client, self.likelihood, self.impact, self.day, self.due, self.response, self.title = said
        self.firm = world.firms[client]
        self.texts: dict[str, str] = {}
        self.steps: list[tuple[str, list[str]]] = []

    def plan(self) -> None:
        moment = self.world.working_moment(self.world.today + timedelta(days=int(self.day)))
        self.world.plan(moment, self._note)
        for word, said in self.steps:
            if word == "option":
                continue
            then = self.world.working_moment(self.world.today + timedelta(days=int(said[0])))
            moment = max(then, moment + timedelta(minutes=5))
            self.world.plan(moment, partial(getattr(self, f"_{word}"), *said))

    def _note(self) -> None:
        self.by = self.world.staff[self.firm.owner]
        project = Project.objects.filter(client=self.world.clients[self.firm.key]).earliest("pk")
        values = {
            "project": project, "kind": self.kind, "title": self.title, "likelihood": self.likelihood,
            "impact": self.impact, "owner": self.by, "response": self.response, "due_on": self._date(self.due),
        }  # fmt: skip
        self.risk: Risk = through(RiskForm, values | self.texts, by=self.by)
        for words, amount, days in (said for word, said in self.steps if word == "option"):
            self.risk.add_option(
                by=self.by, words=words, amount=int(amount), currency=project.currency, days=int(days)
            )  # fmt: skip

    def _date(self, said: str) -> Any:
        return self.world.working_day(self.world.today + timedelta(days=int(said)))

    def _told(self, _day: str, role: str, channel: str) -> None:
        self.risk.tell(by=self.by, contact=self.world.contact(self.firm.key, role), channel=channel)

    def _chose(self, _day: str, role: str, how: str, number: str, words: str) -> None:
        option = self.risk.options.all()[int(number) - 1]
        contact = self.world.contact(self.firm.key, role)
        self.risk.choose(by=self.by, option=option, contact=contact, how=how, words=words)

    def _handled(self, _day: str, words: str) -> None:
        self.risk.handle(by=self.by, words=words)

    def _closed(self, _day: str, words: str) -> None:
        self.risk.close(by=self.by, reason=words)

    def _happened(self, _day: str, due: str, words: str) -> None:
        self.risk.happen(by=self.by, words=words, due_on=self._date(due))


def build(world: World) -> None:
    for one in _read(world):
        one.plan()


def _read(world: World) -> list[Feared]:
    found: list[Feared] = []
    known = True
    for word, rest in lines_of(FILE):
        said = cells(rest)
        if word in ("risk", "problem"):
            known = said[0] in world.firms
            found += [Feared(world, word, said)] if known else []
        elif known and word in TEXTS:
            found[-1].texts[word] = rest
        elif known:
            found[-1].steps.append((word, said))
    return found
