"""Four segments: the key clients of a region, the big ones gone quiet, the new ones, the references picked by hand."""

from datetime import timedelta
from functools import partial
from typing import Any

from zhike.clients.segments.forms import SegmentForm
from zhike.surfaces.exchange.demo.gate import through
from zhike.surfaces.exchange.demo.world import World

EAST = ("浙江", "上海", "江苏", "安徽", "福建", "江西", "山东")
RULES: tuple[tuple[str, str, str, dict[str, Any]], ...] = (
    (
        "lena",
        "华东重点客户",
        "华东六省一市的重点客户和包装客户。",
        {
            "all": [
                {"any": [{"field": "province", "begins": province} for province in EAST]},
                {"field": "tags", "any_of": ["重点", "包装"]},
            ]
        },
    ),
    (
        "mona",
        "Quiet big clients · 久未联系的大客户",
        "250 people or more, and nobody has spoken with them for three weeks.",
        {
            "all": [
                {"field": "size", "any_of": ["250-999", "1000+"]},
                {"not": {"field": "last_contact_at", "last_days": 21}},
            ]
        },
    ),
    ("mona", "New clients · 近半年新客户", "", {"all": [{"field": "created_at", "last_days": 200}]}),
)
REFERENCES = ("qingchuan", "kestrel", "tramlight", "nordhaven")


def build(world: World) -> None:
    made = world.today - timedelta(days=40)
    for owner, name, about, rule in RULES:
        world.plan(world.working_moment(made), partial(_make, world, owner, name, about, rule))
    world.plan(world.working_moment(made), partial(_pick, world))


def _make(world: World, owner: str, name: str, about: str, rule: dict[str, Any] | None) -> Any:
    by = world.staff[owner]
    return through(SegmentForm, {"name": name, "description": about, "rule": rule, "owner": by,
                                 "members": "rule" if rule else "hand"}, by=by)  # fmt: skip


def _pick(world: World) -> None:
    about = "They let us show their work and take calls from new clients."
    segment = _make(world, "mona", "Reference clients · 样板客户", about, None)
    known = [world.clients[key] for key in REFERENCES if key in world.clients]
    segment.pick(by=world.staff["mona"], clients=known)
