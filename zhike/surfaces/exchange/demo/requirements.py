"""What clients want: some agreed and built, some unclear, some against each other, a few declined with another way."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

from zhike.agreements.models import Expectation
from zhike.core.access.models import User
from zhike.domains.projects.models import Hours, Project
from zhike.domains.requirements.choices import Source
from zhike.domains.requirements.finding import look_for_conflicts
from zhike.domains.requirements.forms import RequirementForm
from zhike.domains.requirements.models import Conflict
from zhike.domains.requirements.rework.forms import ReworkForm
from zhike.domains.requirements.rework.models import Rework
from zhike.domains.requirements.weighing_steps import EvidenceForm, JudgeForm, PathForm
from zhike.surfaces.exchange.demo.gate import through
from zhike.surfaces.exchange.demo.roster import cells, lines_of
from zhike.surfaces.exchange.demo.world import World

FILE = Path(__file__).with_name("requirements.txt")
WAYS = "；"


class Told:
    """One requirement of the file; `lines` are its course, in their order."""

    def __init__(self, world: World, said: list[str]) -> None:
        self.world, self.firm, self.said = world, world.firms[said[0]], said
        self.owner = world.staff[self.firm.owner]
        self.lines: list[tuple[str, list[str]]] = []
        self.made: Any = None
        self.conflict: Any = None

    def plan(self) -> None:
        """Each a little later than the one before, also where both fall on the same working day."""
        self._later(self.said[1], 0, self._hear)
        for place, (word, (day, *more)) in enumerate(self.lines, start=1):
            self._later(day, place, partial(getattr(self, f"_{word}"), *more))

    def _later(self, day: str, place: int, act: Callable[[], Any]) -> None:
        worked = self.world.working_day_before(self.world.today + timedelta(days=int(day)))
        self.world.plan(self.world.moment(worked, 10 + place / 4), act)

    def _hear(self) -> None:
        key, _day, role, kind, heard, statement, why, measure = self.said
        source, _comma, where = heard.partition(", ")
        client = self.world.clients[key]
        self.made = through(RequirementForm, {
            "client": client, "owner": self.owner, "kind": kind, "source": source,
            "source_text": self._where(client, source, where),
            "project": Project.objects.filter(client=client).order_by("-pk").first(),
            "contact": self.world.contact(key, role),
            "statement": statement, "why": why, "measure": measure,
        }, by=self.owner)  # fmt: skip
        look_for_conflicts(self.made)

    def _where(self, client: Any, source: str, where: str) -> str:
        """The latest conversation with them so far, else as the file says."""
        talks = (one for one in reversed(self.world.conversations) if one.client_id == client.pk)
        talk = next(talks, None) if source == Source.TALK else None
        return talk.reference if talk else where or str(Source(source).label)

    def _analysed(self, wording: str) -> None:
        self.made.analyse(by=self.owner, wording=wording, measure=self.made.measure)
        look_for_conflicts(self.made)

    def _asked(self) -> None:
        self.made.ask(by=self.owner)

    def _confirmed(self, how: str) -> None:
        """The requirement hears of it at once; in life it does so a moment later."""
        self.made.entry.confirm(by=self.owner, contact=self.made.contact, how=how)
        self.made.follow_ledger(by=User.objects.system())

    def _found(self, outcome: str, words: str) -> None:
        entry = Expectation.objects.get(pk=self.made.entry_id)
        entry.ask_again(by=self.owner, outcome=int(outcome), words=words)

    def _started(self) -> None:
        self.made.start(by=self.owner)

    def _built(self) -> None:
        self.made.finish(by=self.owner)

    def _reworded(self, wording: str, why: str) -> None:
        self.made.reword(by=self.owner, wording=wording, reason=why)

    def _put(self, role: str) -> None:
        """That the wish which was there before holds."""
        self.conflict = Conflict.objects.open().of(self.made).get()
        decider = self.world.contact(self.firm.key, role)
        self.conflict.put(by=self.owner, decider=decider, holds=self.conflict.one)

    def _decided(self, how: str) -> None:
        self.conflict.entry.confirm(by=self.owner, contact=self.conflict.decider, how=how)
        self.conflict.follow_ledger(by=User.objects.system())

    def _path(self, way: str, days: str, cost: str, currency: str, people: str, technical: str) -> None:
        self._step("add_path", PathForm, {
            "way": way, "days": days, "cost": cost, "currency": currency, "people": people, "technical": technical,
        })  # fmt: skip

    def _judged(self, verdict: str, why: str) -> None:
        """On the first way that was found."""
        path = self.made.paths.first()
        self._step("judge", JudgeForm, {"verdict": verdict, "reason": why, "path": path.pk if verdict == "yes" else ""})

    def _evidence(self, kind: str, said: str, who: str, url: str) -> None:
        self._step("add_evidence", EvidenceForm, {"kind": kind, "said": said, "who": who, "url": url})

    def _step(self, name: str, form: Any, values: dict[str, Any]) -> None:
        """Through the step’s own form. Raises ValueError when it refuses."""
        gate = form(values, record=self.made, by=self.owner)
        if not gate.is_valid():
            raise ValueError(f"{name} refuses {values}: {gate.errors}")
        getattr(self.made, name)(by=self.owner, **gate.cleaned_data)

    def _again(self, entries: str, note: str) -> None:
        """So many of the latest hours of its project were worked again."""
        noted = Rework.objects.standing().values("hours")
        booked = Hours.objects.standing().filter(project=self.made.project, person=self.owner).exclude(pk__in=noted)
        for hours in booked.order_by("-on", "-pk")[: int(entries)]:
            through(ReworkForm, {"requirement": self.made, "hours": hours, "note": note}, by=self.owner)

    def _parked(self, why: str) -> None:
        self.made.park(by=self.owner, reason=why)

    def _declined(self, why: str, ways: str) -> None:
        self.made.decline(by=self.owner, reason=why, instead="\n".join(ways.split(WAYS)))


def build(world: World) -> None:
    for told in _read(world):
        told.plan()


def _read(world: World) -> list[Told]:
    """Those of clients that are there; small demo companies have fewer."""
    found: list[Told] = []
    known = True
    for word, rest in lines_of(FILE):
        said = cells(rest)
        if word == "wanted":
            known = said[0] in world.firms
            found += [Told(world, said)] if known else []
        elif known:
            found[-1].lines.append((word, said))
    return found
