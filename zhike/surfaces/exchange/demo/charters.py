"""The charters of the projects: one confirmed in a meeting before the work began, one that the client still reads."""

from datetime import timedelta
from functools import partial

from zhike.domains.projects.baselines.charters.models import Charter
from zhike.domains.projects.models import Project
from zhike.surfaces.exchange.demo.world import World

# client: days since it was put together, who was asked, whether they confirmed it, and in which words
TOLD = {
    "mubai": (91, "decides", "就按这份章程来"),
    "kestrel": (3, "decides", ""),
}


def build(world: World) -> None:
    for client, (ago, role, words) in TOLD.items():
        if client in world.firms:
            then = world.working_moment(world.today - timedelta(days=ago))
            world.plan(then, partial(_write, world, client, role, words))


def _write(world: World, client: str, role: str, words: str) -> None:
    by = world.staff[world.firms[client].owner]
    project = Project.objects.filter(client=world.clients[client]).earliest("pk")
    contact = world.contact(client, role)
    charter = Charter.objects.add(by=by, project=project, people=[contact])
    if words:
        charter.note_confirmed(by=by, contact=contact, how="meeting", words=words)
    else:
        charter.propose(by=by, contact=contact)
