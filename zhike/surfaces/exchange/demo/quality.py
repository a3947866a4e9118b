"""What is tried on the deliverables of the projects, and what was found."""

from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from zhike.core.timeline.moment import moment
from zhike.domains.projects.choices import ReviewState
from zhike.domains.projects.models import Deliverable, Project
from zhike.domains.projects.quality.choices import DefectState
from zhike.domains.projects.quality.forms import CheckForm, DefectForm
from zhike.domains.projects.quality.gate import tolerate
from zhike.surfaces.exchange.demo.gate import through
from zhike.surfaces.exchange.demo.roster import cells, lines_of
from zhike.surfaces.exchange.demo.world import World

FILE = Path(__file__).with_name("quality.txt")
BEFORE = {"fix": DefectState.OPEN, "close": DefectState.FIXED}


class Tried:
    """One deliverable of the file; what happens to it comes in the order of the lines."""

    def __init__(self, world: World, client: str, title: str) -> None:
        self.world, self.client, self.title = world, client, title
        self.by = world.staff[world.firms[client].deputy]
        self.checks: list[list[str]] = []
        self.made: dict[str, Any] = {}

    def then(self, day: str, act: Any, after: datetime | None = None) -> datetime:
        when = self.world.working_moment(self.world.today + timedelta(days=int(day)))
        when = max(when, after + timedelta(minutes=9)) if after else when
        self.world.plan(when, act)
        return when

    @property
    def deliverable(self) -> Any:
        return Deliverable.objects.get(client=self.world.clients[self.client], title=self.title)

    def run(self, result: str, day: str, note: str) -> None:
        self.then(day, partial(self._run, self.checks[-1], result, note))

    def _run(self, check: list[str], result: str, note: str) -> None:
        """A day later where there is nothing to try yet, or where it would keep back what is about to be shown."""
        if self.deliverable.current is None or (result == "failed" and self._is_about_to_be_shown()):
            self.world.plan(moment() + timedelta(days=1), partial(self._run, check, result, note))
            return
        title, steps, expected = check
        if title not in self.made:
            said = {"title": title, "steps": steps.replace("；", "\n").replace("; ", "\n"), "expected": expected}
            self.made[title] = through(CheckForm, said | {"deliverable": self.deliverable}, by=self.by)
        step = "pass_it" if result == "passed" else "fail_it"
        getattr(self.made[title], step)(by=self.by, note=note)

    def tolerated(self, day: str, severity: str) -> None:
        self.then(day, partial(self._tolerate, int(severity)))

    def _tolerate(self, severity: int) -> None:
        project = Project.objects.filter(client=self.world.clients[self.client]).earliest("pk")
        tolerate(project, severity, by=self.by)

    def defect(self, day: str, severity: str, title: str, fixed: str, closed: str) -> None:
        when = self.then(day, partial(self._find, title, severity))
        for at, step in ((fixed, "fix"), (closed, "close")):
            if at:
                when = self.then(at, partial(self._take, title, step), when)

    def _find(self, title: str, severity: str) -> None:
        if self._is_about_to_be_shown():
            self.world.plan(moment() + timedelta(days=1), partial(self._find, title, severity))
            return
        said = {"deliverable": self.deliverable, "title": title, "severity": severity, "owner": self.by}
        self.made[title] = through(DefectForm, said, by=self.by)

    def _take(self, title: str, step: str) -> None:
        """A day later where what comes before it has not happened yet."""
        found = self.made.get(title)
        if found is None or found.state != BEFORE[step]:
            self.world.plan(moment() + timedelta(days=1), partial(self._take, title, step))
            return
        getattr(found, step)(by=self.by)

    def _is_about_to_be_shown(self) -> bool:
        return bool(self.deliverable.state in (ReviewState.PLANNED, ReviewState.READY))


def build(world: World) -> None:
    tried: Tried | None = None
    for word, rest in lines_of(FILE):
        said = cells(rest)
        if word == "deliverable":
            tried = Tried(world, *said) if said[0] in world.firms else None
        elif tried and word == "check":
            tried.checks.append(said)
        elif tried and word in ("passed", "failed"):
            tried.run(word, *said)
        elif tried:
            getattr(tried, word)(*said)
