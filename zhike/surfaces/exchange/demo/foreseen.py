"""A client for whom things come late, time and again: what is due next is foretold, and its owner told early."""

from datetime import timedelta
from functools import partial

from django.utils.timezone import localdate

from zhike.agreements.foreseeing import warn
from zhike.agreements.forms import PromiseForm
from zhike.core.timeline.moment import moment
from zhike.surfaces.exchange.demo.gate import through
from zhike.surfaces.exchange.demo.world import World

FIRM = "meihe"
SAID = (
    "色卡的第二版", "面料页的小样", "展会画册的目录", "样布的照片", "英文面料名", "展位的效果图", "包装带的打样",
    "价目页的版式", "样本夹的封面", "季节色的说明", "展位的灯箱", "样品标签", "开场短片的脚本",
)  # fmt: skip
NEXT = "面料画册的最终稿"
WHY = "又在等他们的样布"
EACH, LATE = 9, 3  # days between two of them, and after the day of each


def build(world: World) -> None:
    if FIRM not in world.firms:
        return
    for n, what in enumerate(SAID, start=1):
        said = world.working_day_before(world.today - timedelta(days=12 + EACH * n))
        world.plan(world.moment(said, 11.3), partial(_promise, world, what, n))
    said = world.working_day_before(world.today - timedelta(days=2))
    world.plan(world.moment(said, 11.3), partial(_promise, world, NEXT, 0))
    world.plan(world.lately() - timedelta(hours=2), partial(warn, world.today))


def _promise(world: World, what: str, n: int) -> None:
    """For six days later; every third is not kept at all."""
    by, contact = world.staff[world.firms[FIRM].owner], world.people[FIRM][0]
    due = world.working_day(localdate(moment()) + timedelta(days=6))
    promise = through(PromiseForm, {
        "client": world.clients[FIRM], "side": "us", "text": f"{due.month}月{due.day}日前给您{what}", "person": by,
        "owner": by, "contact": contact, "due_on": due,
    }, by=by)  # fmt: skip
    if not promise.held_for:
        promise.confirm(by=by, contact=contact, how="chat")
    after = world.moment(world.working_day(due + timedelta(days=LATE)), 16.0)
    if n % 3 == 0 and n:
        world.plan(after, partial(promise.breach, by=by, reason=WHY))
    elif n:
        world.plan(after, partial(promise.keep, by=by))
