"""Two of the projects were mapped with the client: what their people do, and what that takes, phase by phase."""

from datetime import timedelta
from functools import partial
from typing import Any

from zhike.domains.projects.models import Phase, Project
from zhike.domains.requirements.forms import ActivityForm, RequirementForm
from zhike.domains.requirements.models import Requirement
from zhike.surfaces.exchange.demo.gate import through
from zhike.surfaces.exchange.demo.world import World

# client: (day, where it was heard, {activity: who does it}, (what, how much, activity by place, phase by place))
Wish = tuple[str, str, int, int]
MAPS: dict[str, tuple[int, str, dict[str, str], tuple[Wish, ...]]] = {
    "qingchuan": (
        -18, "需求地图工作坊",
        {
            "绑定家人": "子女，在外地，第一次用", "找医生": "子女，替父母选科室", "挂号": "子女，多在晚上",
            "改约与取消": "子女，临时有事", "到院就诊": "老人，一个人来",
        },
        (
            ("家属绑定要走实名", "", 1, 1), ("字再大一点", "", 5, 2), ("首页只留三个入口", "", 2, 2),
            ("用老人手机号发一次确认短信就能绑定", "should", 1, 1), ("一个子女最多绑四位老人", "could", 1, 2),
            ("按科室和分院找医生，显示还剩几个号", "must", 2, 2), ("常去的医生放在最前面", "could", 2, 3),
            ("选好时段后三步之内挂上号", "must", 3, 2), ("挂上后给老人和子女各发一条短信", "must", 3, 2),
            ("改约每月最多三次", "should", 4, 2), ("取消后费用当天退回", "must", 4, 3),
            ("导诊台扫码就能看到是谁替谁挂的", "must", 5, 3),
        ),
    ),
    "kestrel": (
        -12, "Story map with the front desk",
        {
            "Choose a date": "A guest, on the phone", "Choose a room": "A guest, comparing two or three",
            "Pay": "A guest, often late at night", "Arrive": "A guest with luggage, and the desk",
        },
        (
            ("The booking takes four steps", "", 1, 1), ("Guests can pay with Apple Pay", "", 3, 2),
            ("A week at a glance, with the price of each night", "must", 1, 1),
            ("Photos of the very room, not of the type", "should", 2, 1), ("Two rooms side by side", "could", 2, 2),
            ("A confirmation by mail within one minute", "must", 3, 1),
            ("The arrival time is asked, and seen at the desk", "should", 4, 2),
        ),
    ),
}  # fmt: skip
LEAST = 12  # characters of a statement that make it known


def build(world: World) -> None:
    for client, (day, where, activities, wishes) in MAPS.items():
        if client in world.firms:
            moment = world.working_moment(world.today + timedelta(days=day))
            world.plan(moment, partial(_draw, world, client, where, activities, wishes))


def _draw(world: World, client: str, where: str, activities: dict[str, str], wishes: tuple[Wish, ...]) -> None:
    by, firm = world.staff[world.firms[client].owner], world.clients[client]
    project = Project.objects.filter(client=firm).latest("pk")
    backbone: list[Any] = [
        through(ActivityForm, {"project": project, "title": title, "note": note}, by=by)
        for title, note in activities.items()
    ]
    phases = list(Phase.objects.in_order().filter(project=project))
    heard = {"client": firm, "project": project, "owner": by, "source": "meeting", "source_text": where}
    for what, kind, column, line in wishes:
        known = Requirement.objects.mapped().filter(project=project, statement__startswith=what[:LEAST]).first()
        values = {**heard, "statement": what, "kind": kind, "contact": world.contact(client, "uses")}
        wanted = known or (through(RequirementForm, values, by=by) if kind else None)
        if wanted is not None:
            phase = phases[min(line, len(phases)) - 1] if phases else None
            wanted.move(by=by, activity=backbone[column - 1], phase=phase)
