"""Six stages, and how the clients went through them: by hand for years, by rule since a fortnight."""

from datetime import date, timedelta
from functools import partial
from typing import Any

from zhike.clients.stages.forms import StageForm
from zhike.clients.stages.workflows import move
from zhike.core.timeline.moment import at
from zhike.core.todos.models import Todo
from zhike.surfaces.exchange.demo import playbooks
from zhike.surfaces.exchange.demo.clients import came_on
from zhike.surfaces.exchange.demo.gate import through
from zhike.surfaces.exchange.demo.roster import Firm
from zhike.surfaces.exchange.demo.world import World

NAMES = {
    "lead": ("Lead", "潜在"), "onboarding": ("Onboarding", "启动"), "active": ("Active", "合作中"),
    "at_risk": ("At risk", "预警"), "lost": ("Lost", "流失"), "won_back": ("Won back", "挽回"),
}  # fmt: skip
NEXT = {
    "lead": ("onboarding", "active", "lost"), "onboarding": ("active", "at_risk"), "active": ("at_risk",),
    "at_risk": ("active", "lost"), "lost": ("won_back",), "won_back": ("active", "at_risk"),
}  # fmt: skip
USUAL = {"lead": 30, "onboarding": 120, "at_risk": 45, "won_back": 90}
_NEW = {"field": "created_at", "last_days": 190}
_MET = {"field": "contacts", "at_least": 2}
RULES: dict[str, dict[str, Any]] = {
    "lead": {"entry": {"field": "last_contact_at", "empty": True}},
    "onboarding": {"entry": {"all": [_NEW, _MET, {"field": "last_contact_at", "filled": True}]}},
    "active": {"entry": {"all": [{"field": "last_contact_at", "last_days": 40}, {"not": _NEW}]}},
    "at_risk": {"entry": {"all": [{"field": "last_contact_at", "over_days": 40}, {"not": _NEW}]}},
    "lost": {"entry": {"field": "last_contact_at", "over_days": 100}},
    "won_back": {
        "entry": {"field": "last_contact_at", "last_days": 30},
        "exit": {"field": "stage_since", "over_days": 60},
    },
}
# What befell some: how many days ago they came into which stage, and why.
TURNS: dict[str, tuple[tuple[int, str, str], ...]] = {
    "yuanan": ((210, "at_risk", "三次改期以后，周总不接电话了"), (150, "active", "看板重新上线，又开始每周碰头")),
    "guanhai": ((320, "at_risk", "项目停了，对接人换岗"), (240, "active", "新楼盘要做导视")),
    "lumen": ((260, "at_risk", "Waiting for their funding round"), (190, "active", "Casey is back with a small order")),
    "liuming": ((147, "lead", "想做自己的品牌，还没想好"),),
    "zhulin": (
        (280, "at_risk", "电话打不通，展会也没来"), (200, "lost", "换了本地的设计公司"),
        (38, "won_back", "包装打样没做好，又回来找我们"),
    ),
    "pinewood": (
        (240, "at_risk", "Budget frozen by the trustees"), (160, "lost", "No budget this year"),
        (45, "won_back", "A grant came through"),
    ),
    "harrow": ((20, "at_risk", "The new owner has an agency of her own"),),
}  # fmt: skip


def build(world: World) -> None:
    books = playbooks.write(world)
    stages = _set_up(world, books)
    for firm in world.firms.values():
        _plan(world, firm, stages)
    world.plan(world.working_moment(world.today - timedelta(days=14)), partial(_write_rules, world, stages))


def _set_up(world: World, books: dict[str, Any]) -> dict[str, Any]:
    by = world.staff["mona"]
    with at(world.beginning):
        stages = {
            kind: through(StageForm, {"name": name, "name_zh": chinese, "kind": kind} | _more(kind, books), by=by)
            for kind, (name, chinese) in NAMES.items()
        }
        for kind, after in NEXT.items():
            stages[kind].amend(by=by, next_stages=[stages[one] for one in after])
    return stages


def _more(kind: str, books: dict[str, Any]) -> dict[str, Any]:
    return {"usual_days": USUAL.get(kind), "playbook": books.get(kind)}


def _write_rules(world: World, stages: dict[str, Any]) -> None:
    for kind, rules in RULES.items():
        stages[kind].amend(by=world.staff["mona"], **rules)


def _plan(world: World, firm: Firm, stages: dict[str, Any]) -> None:
    came, dice = came_on(world, firm), world.dice
    begun = came + timedelta(days=dice.randint(8, 24))
    usual = [(came + timedelta(days=3), "lead"), (begun, "onboarding")]
    if came < world.today - timedelta(days=200):
        usual.append((begun + timedelta(days=60), "active"))
    later = [(world.today - timedelta(days=ago), kind, why) for ago, kind, why in TURNS.get(firm.key, ())]
    turns = [(day, kind, "") for day, kind in usual if not later or day < later[0][0]]
    for said, kind, why in [*turns, *later]:
        day = world.working_day(said)  # never before the client came, as it could be around a holiday
        if day <= world.today:
            world.plan(world.working_moment(day), partial(_move, world, firm, stages[kind], why))


def _move(world: World, firm: Firm, stage: Any, why: str) -> None:
    """What its playbook asks is mostly done when it is due."""
    client = world.clients[firm.key]
    if client.archived_at or client.stage_id == stage.pk:
        return
    move(client, stage, by=world.staff[firm.owner], why=why)
    if stage.playbook:
        for todo in Todo.objects.open().filter(
            client=client, title__in=[line.title for line in stage.playbook.each_line()]
        ):
            world.plan(_some_time(world, todo.due_on), partial(_tick_off, todo))


def _some_time(world: World, due: date) -> Any:
    return world.moment(world.working_day(due), world.dice.choice((10, 11.5, 14, 16)))


def _tick_off(todo: Todo) -> None:
    todo.refresh_from_db()
    if todo.is_open and todo.archived_at is None:
        todo.complete(by=todo.owner)
