"""Two of the projects go in short stretches: what was taken on, what came of it, and what runs now."""

from datetime import datetime, timedelta
from functools import partial
from typing import Any

from zhike.core.timeline.moment import moment
from zhike.domains.projects.iterations.backlog import backlog_of
from zhike.domains.projects.iterations.choices import State
from zhike.domains.projects.iterations.models import Iteration
from zhike.domains.projects.models import Project
from zhike.surfaces.exchange.demo.world import World

LENGTH, MOST, HOURS = 14, 6, 80  # days, tasks, hours
# client: (day it begins, title, goal, what came of it, how the client accepted it)
STRETCHES: dict[str, tuple[tuple[int, str, str, str, str], ...]] = {
    "qingchuan": (
        (-32, "迭代 1：代挂号走通", "家属能在测试环境替父母挂上一个号。",
         "代挂号在测试环境走通了。信息中心看了演示，要求改约先不限次数，规则下一轮再定。", "confirmed"),
        (-18, "迭代 2：改约与取消", "改约、取消和退号提醒能用。",
         "改约能用，取消还差退号提醒。院方希望试点前先把提醒做完，缴费页往后放。", "asked"),
        (-4, "迭代 3：试点准备", "总院导诊台的人可以自己操作一遍。", "", ""),
    ),
    "kestrel": (
        (-26, "Iteration 1: one booking, end to end", "A dispatcher books one slot without calling anybody.",
         "The booking works end to end with test data. They want the driver's view before the reports.", "confirmed"),
        (-10, "Iteration 2: the driver's view", "A driver sees today's slots on the phone.", "", ""),
    ),
}  # fmt: skip


def build(world: World) -> None:
    for client, stretches in STRETCHES.items():
        if client in world.firms:
            for day, *said in stretches:
                _plan(world, client, day, *said)


def _plan(world: World, client: str, day: int, title: str, goal: str, outcome: str, how: str) -> None:
    made: list[Any] = []
    world.plan(_moment(world, day), partial(_begin, world, client, day, title, goal, made))
    if outcome:
        world.plan(_moment(world, day + LENGTH - 1), partial(_look_back, world, client, outcome, how, made))


def _moment(world: World, day: int) -> datetime:
    return world.working_moment(world.today + timedelta(days=day))


def _begin(world: World, client: str, day: int, title: str, goal: str, made: list[Any]) -> None:
    """What was left of the one before stands in it already, where that made it; while that still runs, a day later."""
    by, project = _who(world, client)
    if Iteration.objects.open().filter(project=project, state=State.RUNNING).exists():
        world.plan(moment() + timedelta(days=1), partial(_begin, world, client, day, title, goal, made))
        return
    first = world.today + timedelta(days=day)
    days: dict[str, Any] = {"starts_on": first, "ends_on": first + timedelta(days=LENGTH - 1)}
    iteration = Iteration.objects.open().filter(project=project).first()
    if iteration is None:
        iteration = Iteration.objects.add(by=by, project=project, title=title, goal=goal, hours=HOURS, **days)
    else:
        iteration.amend(by=by, title=title, goal=goal, **days)
    for task in backlog_of(project)[:MOST]:
        iteration.take(by=by, task=task)
    if iteration.taken.exists():
        iteration.begin(by=by)
        made.append(iteration)


def _look_back(world: World, client: str, outcome: str, how: str, made: list[Any]) -> None:
    for iteration in made:
        by, _project = _who(world, client)
        contact = world.contact(client, "runs")
        iteration.refresh_from_db()
        iteration.look_back(by=by, outcome=outcome, attended=contact)
        if how == "confirmed":
            iteration.note_confirmed(by=by, contact=contact, how="meeting")
        else:
            iteration.propose(by=by, contact=contact)


def _who(world: World, client: str) -> tuple[Any, Any]:
    project = Project.objects.filter(client=world.clients[client]).earliest("pk")
    return world.staff[world.firms[client].owner], project
