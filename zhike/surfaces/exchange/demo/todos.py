"""To-dos of their own: late, due, coming, repeating, put off, for some day, and done."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from zhike.core.todos.forms import TodoForm
from zhike.core.todos.models import Todo
from zhike.surfaces.exchange.demo.gate import through
from zhike.surfaces.exchange.demo.world import World


@dataclass(frozen=True)
class Errand:
    """`due` is in days from today, None for some day; `done` and `asleep` say what became of it."""

    owner: str
    client: str
    due: int | None
    title: str
    at: str = ""
    repeat: str = ""
    by: str = ""
    done: bool = False
    asleep: int = 0


ERRANDS = (
    Errand("lena", "qingchuan", 0, "把挂号流程的第二版原型发给陈总", at="18:00"),
    Errand("lena", "yuanan", 0, "报价单补上三年维护的价格"),
    Errand("lena", "yuanan", -2, "约周总当面谈续约", by="mona"),
    Errand("lena", "mubai", 1, "与法务核对隐私条款后答复"),
    Errand("lena", "kestrel", 2, "Send the revised tour with captions in both languages", at="17:00"),
    Errand("lena", "coppice", 3, "Send the new error messages to compliance before anyone else"),
    Errand("lena", "nordhaven", 6, "Half-year review with Solveig", repeat="quarterly"),
    Errand("lena", "", 4, "整理本周答应过的事，发给组里", repeat="weekly"),
    Errand("lena", "juniper", None, "Ask whether we may show the depot posters on our site"),
    Errand("lena", "hengtong", -1, "年报付款流程问到第几个章", done=True),
    Errand("omar", "chenghu", 0, "回电说明茶园直播间的排期", at="12:00", done=True),
    Errand("omar", "shiliu", 1, "年货礼盒打样寄西安"),
    Errand("omar", "solstice", -3, "Book the photographer for the frame decals"),
    Errand("omar", "sanye", 0, "写一句生日祝福给何园长", by="lena"),
    Errand("omar", "lumen", 5, "Ask Casey whether the funding round has closed", asleep=12),
    Errand("omar", "halfhill", None, "问叶老板帆布袋能不能放进作品集"),
    Errand("omar", "", 2, "Tidy the shared drive", repeat="monthly"),
    Errand("ida", "tramlight", 0, "Answer Emil about the old ticket codes", at="16:30"),
    Errand("ida", "tramlight", 9, "Papers for the safety board", repeat="monthly"),
    Errand("ida", "harrow", 5, "Label copy for the spring vintage"),
    Errand("ida", "sakura", -1, "Write down what was agreed in round two"),
    Errand("ida", "feiyu", 3, "Unboxing test with three people", by="mona"),
    Errand("ida", "merrow", 1, "Send the carton proof to Galway"),
    Errand("mona", "", 1, "Go through quiet clients with both teams", repeat="weekly"),
    Errand("mona", "yuanan", 2, "复盘：三次改期的原因"),
    Errand("mona", "pinewood", -4, "Confirm the reduced rate for next year", done=True),
    Errand("ada", "", 3, "Try whether last night's backup can be restored", repeat="monthly"),
    Errand("ada", "", 20, "Prepare the account of the colleague who starts next month"),
)


def build(world: World) -> None:
    for errand in ERRANDS:
        if not errand.client or errand.client in world.firms:
            given = world.working_moment(world.today - timedelta(days=world.dice.randint(3, 9)))
            world.plan(given, partial(_give, world, errand))


def _give(world: World, errand: Errand) -> None:
    by = world.staff[errand.by or errand.owner]
    values = {
        "title": errand.title,
        "owner": world.staff[errand.owner],
        "client": world.clients.get(errand.client),
        "due_on": _due(world, errand),
        "due_time": errand.at,
        "repeat": errand.repeat,
    }
    todo: Todo = through(TodoForm, values, by=by)
    if errand.done:
        world.plan(world.lately(), lambda: todo.complete(by=world.staff[errand.owner]))
    if errand.asleep:
        until = world.today + timedelta(days=errand.asleep)
        world.plan(world.working_moment(world.today), lambda: todo.snooze(by=by, until=until))


def _due(world: World, errand: Errand) -> date | None:
    """What lies ahead falls on working days."""
    if errand.due is None:
        return None
    day = world.today + timedelta(days=errand.due)
    return world.working_day(day) if errand.due > 0 else day
