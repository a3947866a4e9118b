"""Relations between clients and what hurts them, read from facts.txt."""

from datetime import date, timedelta
from functools import partial
from pathlib import Path

from zhike.clients.pains.forms import PainForm
from zhike.clients.relations.forms import RelationForm
from zhike.surfaces.exchange.demo.gate import through
from zhike.surfaces.exchange.demo.roster import cells
from zhike.surfaces.exchange.demo.world import World

FILE = Path(__file__).with_name("facts.txt")


def build(world: World) -> None:
    for line in FILE.read_text(encoding="utf-8").splitlines():
        kind, *said = cells(line)
        if kind == "relation" and {said[0], said[2]} <= world.firms.keys():
            day = world.working_moment(world.today - timedelta(days=world.dice.randint(20, 90)))
            world.plan(day, partial(_relate, world, said))
        if kind == "pain" and said[0] in world.firms:
            day = world.working_moment(world.today - timedelta(days=int(said[1])))
            world.plan(day, partial(_hurt, world, said, day.date()))


def _relate(world: World, said: list[str]) -> None:
    client, kind, other, source, where, note = said
    ends = {"client": world.clients[client], "other": world.clients[other]}
    told = {"kind": kind, "source": source, "source_text": where, "note": note}
    through(RelationForm, ends | told, by=world.staff[world.firms[client].owner])


def _hurt(world: World, said: list[str], day: date) -> None:
    key, _ago, role, severity, state, source, where, statement, more = said
    by, said_by = world.staff[world.firms[key].owner], world.contact(key, role)
    values = {"client": world.clients[key], "statement": statement, "said_by": said_by, "severity": severity}
    pain = through(PainForm, values | {"source": source, "source_text": where, "known_on": day}, by=by)
    steps = {
        "solving": lambda: pain.take_on(by=by, solution=more),
        "solved": lambda: pain.solve(by=by, solution=more),
        "accepted": lambda: pain.accept(by=by, why=more),
        "dropped": lambda: pain.drop(by=by, why=more),
    }
    if state in steps:
        world.plan(world.working_moment(min(day + timedelta(days=9), world.today)), steps[state])
