"""How things go, drawn with two of the clients: each step says what it comes after, with the word on the arrow."""

from datetime import timedelta
from functools import partial
from typing import Any

from zhike.domains.projects.models import Project
from zhike.domains.requirements.flows.forms import FlowForm
from zhike.domains.requirements.flows.models import Flow
from zhike.domains.requirements.models import Requirement
from zhike.surfaces.exchange.demo.gate import through
from zhike.surfaces.exchange.demo.world import World

# (kind, what happens, after which one, word on the arrow, beginning of the requirement that it takes)
Node = tuple[str, str, int, str, str]
FLOWS: dict[str, tuple[str, str, tuple[Node, ...], tuple[tuple[int, int, str], ...]]] = {
    "qingchuan": (
        "子女替父母挂号", "从打开小程序到老人收到短信。",
        (
            ("start", "打开小程序", 0, "", "首页只留三个入口"), ("decision", "绑定过家人吗？", 1, "", ""),
            ("step", "选科室、医生和时段", 2, "绑定过", "按科室和分院找医生"),
            ("step", "核对身份证号与手机号", 2, "没有", "家属绑定要走实名"),
            ("decision", "这个时段还有号吗？", 3, "", ""), ("step", "付挂号费", 5, "有", ""),
            ("step", "看别的时段或分院", 5, "没有", ""),
            ("end", "老人和子女各收到一条短信", 6, "", "挂上后给老人和子女"),
        ),
        ((4, 3, ""), (7, 3, "换一个")),
    ),
    "kestrel": (
        "A guest books a night", "From the date to the confirmation.",
        (
            ("start", "Guest picks a date", 0, "", "A week at a glance"), ("decision", "Is a room free?", 1, "", ""),
            ("step", "Guest picks a room", 2, "yes", ""), ("step", "We offer the nights around it", 2, "no", ""),
            ("step", "Guest pays", 3, "", "Guests can pay with Apple Pay"),
            ("decision", "Did the payment pass?", 5, "", ""),
            ("end", "Confirmation by mail", 6, "yes", "A confirmation by mail"),
        ),
        ((4, 1, "another date"), (6, 5, "no, again")),
    ),
}  # fmt: skip
DAY, LEAST = -9, 8  # the day on which they were drawn; characters that make a requirement known


def build(world: World) -> None:
    for client, said in FLOWS.items():
        if client in world.firms:
            moment = world.working_moment(world.today + timedelta(days=DAY))
            world.plan(moment, partial(_draw, world, client, *said))


def _draw(
    world: World, client: str, title: str, note: str, nodes: tuple[Node, ...], more: tuple[tuple[int, int, str], ...]
) -> None:
    by = world.staff[world.firms[client].owner]
    project = Project.objects.filter(client=world.clients[client]).latest("pk")
    flow: Flow = through(FlowForm, {"title": title, "note": note, "project": project}, by=by)
    drawn: list[Any] = []
    for shape, text, after, words, takes in nodes:
        told = flow.add_node(
            by=by, text=text, shape=shape, after=drawn[after - 1] if after else None, words=words,
            requirement=_taken(project, takes),
        )  # fmt: skip
        drawn.append(flow.nodes.get(pk=told.fact("node")))
    for before, after, words in more:
        flow.join(by=by, before=drawn[before - 1], after=drawn[after - 1], words=words)


def _taken(project: Any, words: str) -> Any:
    known = Requirement.objects.mapped().filter(project=project, statement__startswith=words[:LEAST])
    return known.first() if words else None
