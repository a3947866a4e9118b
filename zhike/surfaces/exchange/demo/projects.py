"""Three projects in trouble: one is late, one waits for its client, one costs more than was agreed."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from django.core.files.base import ContentFile

from zhike.agreements.models import Clause
from zhike.clients.plans.forms import PlanForm
from zhike.core.files.models import Attachment
from zhike.domains.conversations.workflows import log
from zhike.domains.projects.forecasts.warning import warn
from zhike.domains.projects.forms import DeliverableForm, GoalForm, MilestoneForm, PhaseForm, ProjectForm, TaskForm
from zhike.domains.projects.forms_hours import PayForm
from zhike.domains.projects.models import Hours
from zhike.surfaces.exchange.demo.drawing import screen
from zhike.surfaces.exchange.demo.gate import through
from zhike.surfaces.exchange.demo.roster import Firm, cells, lines_of, split
from zhike.surfaces.exchange.demo.world import World

FILE = Path(__file__).with_name("projects.txt")
TEXTS = {"why": "why", "in": "scope", "not": "excluded", "bound": "constraints"}
ROLES = ("Design 设计", "Development 开发")
DRAFTED, AGREED = 12, 4  # days before it starts


class Told:
    """One project of the file. Its lines are taken in their order; what happens later is planned in the world."""

    def __init__(self, world: World, firm: Firm, said: list[str]) -> None:
        self.world, self.firm = world, firm
        self.name, self.first, self.last = said[1], int(said[2]), int(said[3])
        self.pace = float(said[6])
        self.values: dict[str, Any] = {"budget": said[4], "currency": said[5]}
        self.lines: list[tuple[str, list[str]]] = []
        self.phases: dict[str, Any] = {}
        self.tasks: list[Any] = []
        self.milestones: list[Any] = []
        self.leads_to: list[tuple[str, int, int]] = []  # (phase, day first planned, place among the milestones)
        self.deliverable: Any = None
        self.versions = 0
        self.started: datetime | None = None
        self.spoken: datetime | None = None  # when the last word about the deliverable was said

    def day(self, said: str | int) -> date:
        return self.world.working_day(self.world.today + timedelta(days=int(said)))

    def later(self, said: str | int, act: Callable[[], Any], after: datetime | None = None) -> datetime | None:
        """On that day, and not before a minute after `after`; what is still to come does not happen. When it does."""
        if int(said) > 0:
            return after
        then = self.world.working_moment(self.world.today + timedelta(days=int(said)))
        then = max(then, after + timedelta(minutes=1)) if after else then
        self.world.plan(then, act)
        return then

    def who(self, said: str) -> Any:
        return self.world.staff[self.firm.deputy if said == "deputy" else self.firm.owner]

    def contact(self, role: str) -> Any:
        return self.world.contact(self.firm.key, role)

    def draft(self) -> None:
        """What is known before it starts: the whole plan. Then its course is planned."""
        lead = self.who("owner")
        self.project = through(ProjectForm, {
            "client": self.world.clients[self.firm.key], "name": self.name, "lead": lead,
            "starts_on": self.day(self.first), "ends_on": self.day(self.last), **self.values,
        }, by=lead)  # fmt: skip
        agreed = self.later(self.first - AGREED, partial(self.project.agree, by=lead))
        self.started = self.later(self.first, partial(self.project.start, by=lead), agreed)
        for kind, said in self.lines:
            getattr(self, f"_{kind}")(*said)

    def _goal(self, title: str, *said: str) -> None:
        measure, baseline, target, due, attainable, relevant = said
        told = {"measure": measure, "baseline": baseline, "target": target, "relevant": relevant}
        more = {"attainable": attainable, "due_on": self.day(due) if due else None}
        self._add(GoalForm, title, **told, **more)

    def _touch(self, every: str, channel: str, role: str, about: str) -> None:
        client, owner = self.project.client, self.who("owner")
        said = {"every": every, "channel": channel, "contact": self.contact(role), "about": about, "owner": owner}
        self.later(self.first, lambda: through(
            PlanForm, {"client": client, "project": self.project, "starts_on": self.day(self.first), **said}, by=owner
        ), self.started)  # fmt: skip

    def _said(self, day: str, kind: str, role: str, words: str) -> None:
        told = {"client": self.project.client, "project": self.project, "kind": kind, "direction": "out"}
        on = self.world.working_day(self.world.today + timedelta(days=int(day)))
        then = self.world.moment(on, 10.4)
        self.world.plan(then, lambda: log(
            by=self.who("owner"), contacts=[self.contact(role)], text=words, happened_at=then, **told
        ))  # fmt: skip

    def _phase(self, title: str, first: str, last: str, begun: str, finished: str) -> None:
        said = {"starts_on": self.day(first), "ends_on": self.day(last), "position": len(self.phases) + 1}
        phase = self.phases[title] = self._add(PhaseForm, title, **said)
        self._course(phase, (begun, "begin"), (finished, "finish"))

    def _milestone(self, title: str, due: str, reached: str, role: str, phase: str) -> None:
        contact = self.contact(role) if role else None
        said = {"due_on": self.day(due), "contact": contact, "phase": self.phases[phase], "client_sees": True}
        self.leads_to.append((phase, int(due), len(self.milestones)))
        self.milestones.append(self._add(MilestoneForm, title, owner=self.who("owner"), **said))
        self._course(self.milestones[-1], (reached, "reach"))

    def _moved(self, on: str, to: str, why: str) -> None:
        self.later(on, partial(self.milestones[-1].move, by=self.who("owner"), due_on=self.day(to), reason=why))

    def _task(self, title: str, *said: str) -> None:
        who, first, due, hours, begun, done, after, phase = said
        owner = self.who(who)
        low, likely, high = split(hours)
        task = self._add(
            TaskForm, title, owner=owner, starts_on=self.day(first), due_on=self.day(due), hours_low=low, hours=likely,
            hours_high=high, phase=self.phases[phase],
            milestone=self._next_milestone(phase, int(due)),
        )  # fmt: skip
        if after:
            task.follow(by=owner, before=self.tasks[-int(after)])
        self.tasks.append(task)
        if begun:
            self._book(task, int(begun), int(done or 0), float(likely) * self.pace * (1 if done else 0.5))
        self._course(task, (begun, "begin"), (done, "finish"), by=owner)

    def _next_milestone(self, phase: str, due: int) -> Any:
        """The first of its phase that is not due before, else its last; where it has none, the first of the next."""
        names = list(self.phases)
        for name in names[names.index(phase) :]:
            if known := [(day, place) for where, day, place in self.leads_to if where == name]:
                later = [place for day, place in known if day >= due or name != phase]
                return self.milestones[later[0] if later else known[-1][1]]
        return None

    def _deliverable(self, title: str, milestone: str, due: str, criteria: str) -> None:
        said = {"milestone": self.milestones[int(milestone) - 1], "due_on": self.day(due), "owner": self.who("deputy")}
        self.deliverable = self._add(DeliverableForm, title, criteria=criteria.replace("；", "\n"), **said)
        self.versions, self.spoken = 0, self.started

    def _version(self, day: str, note: str) -> None:
        self.versions += 1
        act = partial(self._hand_in, self.deliverable, self.versions, note)
        self.spoken = self.later(day, act, self.spoken)

    def _hand_in(self, deliverable: Any, number: int, note: str) -> None:
        by = deliverable.owner
        content = ContentFile(screen(number), f"{deliverable.title} {number}.png")
        deliverable.hand_in(by=by, file=Attachment.objects.attach(content, to=deliverable, by=by), note=note)

    def _shown(self, role: str, day: str, _words: str) -> None:
        self._answered("show", day, contact=self.contact(role))

    def _accepted(self, role: str, day: str, words: str) -> None:
        self._answered("accept", day, contact=self.contact(role), how="meeting", words=words)

    def _changed(self, role: str, day: str, words: str) -> None:
        self._answered("want_change", day, contact=self.contact(role), words=words)
        self.spoken = self.later(day, partial(_use_round, self.deliverable), self.spoken)

    def _pinned(self, role: str, day: str, x: str, y: str, words: str) -> None:
        self._answered("pin", day, contact=self.contact(role), x=int(x), y=int(y), text=words)

    def _settled(self, day: str) -> None:
        self.spoken = self.later(day, partial(_settle, self.deliverable), self.spoken)

    def _answered(self, step: str, day: str, **said: Any) -> None:
        act = partial(getattr(self.deliverable, step), by=self.deliverable.owner, **said)
        self.spoken = self.later(day, act, self.spoken)

    def _book(self, task: Any, first: int, last: int, hours: float) -> None:
        """So many hours, even over the working days from the first to the last."""
        today = self.world.today
        days = [today + timedelta(days=n) for n in range(first, last + 1)]
        worked = [day for day in days if day in self.world.working_days and day <= today] or [today]
        minutes = min(600, round(hours * 60 / len(worked) / 15) * 15 or 15)
        for day in worked:
            self.world.plan(self.world.moment(day, 17.6), partial(_work, task, day, minutes))

    def _waits(self, role: str, since: str, what: str) -> None:
        task = self.tasks[-1]
        self.later(since, partial(task.wait, by=task.owner, contact=self.contact(role), what=what))

    def _add(self, form: Any, title: str, **said: Any) -> Any:
        return through(form, {"project": self.project, "title": title, **said}, by=self.who("owner"))

    def _course(self, record: Any, *steps: tuple[str, str], by: Any = None) -> None:
        then = self.started
        for day, step in steps:
            if day:
                then = self.later(day, partial(getattr(record, step), by=by or self.who("owner")), then)


def _use_round(deliverable: Any) -> None:
    """Of those agreed with the client, if any were."""
    day, words = deliverable.round_asked
    agreed = Clause.objects.in_force(day).filter(client=deliverable.client, aspect="revisions").order_by("pk").first()
    if agreed:
        agreed.use_round(by=deliverable.owner, source=deliverable, used_on=day, note=words[:300])


def _work(task: Any, day: date, minutes: int) -> None:
    """Tasks of those who draw are design, of those who lead, development."""
    role = ROLES[0] if task.owner_id != task.project.lead_id else ROLES[1]
    said = {"project": task.project, "task": task, "person": task.owner, "on": day}
    Hours.objects.add(by=task.owner, minutes=minutes, role=role, **said)


def _price(by: Any) -> None:
    for role, cost, price in zip(ROLES, (560, 680), (900, 1_050), strict=True):
        through(
            PayForm, {"role": role, "since": date(2025, 1, 1), "cost": cost, "price": price, "currency": "CNY"}, by=by
        )


def _settle(deliverable: Any) -> None:
    deliverable.settle(by=deliverable.owner, pins=deliverable.pins.filter(settled_in=None))


def build(world: World) -> None:
    world.plan(world.moment(world.today - timedelta(days=200), 9.1), partial(_price, world.staff["ada"]))
    for told in _read(world):
        told.later(told.first - DRAFTED, told.draft)
    world.plan(world.lately() - timedelta(hours=2), partial(warn, world.today))


def _read(world: World) -> list[Told]:
    found: list[Told] = []
    known = True
    for word, rest in lines_of(FILE):
        said = cells(rest)
        if word == "project":
            known = said[0] in world.firms
            found += [Told(world, world.firms[said[0]], said)] if known else []
        elif known and word in TEXTS:
            before = found[-1].values.get(TEXTS[word])
            found[-1].values[TEXTS[word]] = f"{before}\n{rest}" if before else rest
        elif known:
            found[-1].lines.append((word, said))
    return found
