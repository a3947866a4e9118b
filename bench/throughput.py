"""How many requests a second the served program answers."""

from random import Random
from time import perf_counter
from typing import Any

from bench.ask import Person
from bench.load import load
from bench.scenarios import asks_of
from bench.serving import memory, served
from bench.shape import Shape

CLIENTS, WORKERS = 8, 2
# Odoo 19, 2 workers, 100,000 contacts, such a machine, at its best: as the issue tells it.
ODOO = {"search": 16.0, "client_list": 16.0, "client_page": 87.0, "create": 72.0}
WARMING = 2.0


def measure(names: list[str], shape: Shape, person: Person, seconds: float) -> tuple[dict[str, Any], dict[str, int]]:
    """(figures by scenario, memory of the server under load)."""
    with served(WORKERS) as (port, process):
        found = {name: _one(name, port, shape, person, seconds) for name in names}
        return found, memory(process)


def _one(name: str, port: int, shape: Shape, person: Person, seconds: float) -> dict[str, Any]:
    asks = asks_of(name)(Random(23), shape)
    done = load(port, asks, person, clients=CLIENTS, seconds=seconds, warming=min(WARMING, seconds))
    told: dict[str, Any] = {"per_second": round(done.per_second, 1), "refused": done.refused}
    told |= {f"p{percent}_ms": round(done.percentile(percent), 1) for percent in (50, 95, 99)}
    return told | ({"times_odoo": round(done.per_second / ODOO[name], 1)} if name in ODOO else {})


def delivery() -> dict[str, Any]:
    """How long the background work takes over what was created: events, and events a second."""
    from zhike.core.timeline.delivery import deliver_all

    began, count = perf_counter(), deliver_all()
    taken = perf_counter() - began
    return {"events": count, "per_second": round(count / taken) if count else 0}
