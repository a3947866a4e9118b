"""The plans of the projects, frozen when they were agreed, unless the charter was; two of them anew."""

from datetime import timedelta
from functools import partial

from zhike.domains.projects.baselines.models import Baseline
from zhike.domains.projects.models import Project
from zhike.surfaces.exchange.demo.world import World

# client: days since the first plan was frozen, who confirmed it; then when and why anew, and who confirmed that, if so
FIRST = {"qingchuan": (76, "decides"), "kestrel": (61, "runs")}
ANEW = {
    "qingchuan": (5, "号源接口的文档晚了八天，总院试点和三院上线都往后推", ""),
    "mubai": (30, "法务每版要看两周，上线日期按新的节奏重排", "decides"),
}


def build(world: World) -> None:
    for client, (ago, role) in FIRST.items():
        if client in world.firms:
            then = world.working_moment(world.today - timedelta(days=ago))
            world.plan(then, partial(_freeze, world, client, "", role))
    for client, (ago, reason, role) in ANEW.items():
        if client in world.firms:
            then = world.working_moment(world.today - timedelta(days=ago))
            world.plan(then, partial(_freeze, world, client, reason, role))


def _freeze(world: World, client: str, reason: str, role: str) -> None:
    firm = world.firms[client]
    by = world.staff[firm.owner]
    project = Project.objects.filter(client=world.clients[client]).earliest("pk")
    baseline = Baseline.objects.add(by=by, project=project, reason=reason)
    contact = world.contact(client, role or "decides")
    if role:
        baseline.note_confirmed(by=by, contact=contact, how="meeting")
    else:
        baseline.propose(by=by, contact=contact)
