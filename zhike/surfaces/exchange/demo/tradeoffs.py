"""No, because …, but we can …: one chosen, one that waits for a choice in its second edition, one
being written.
"""

from datetime import timedelta
from decimal import Decimal
from functools import partial
from typing import Any

from zhike.agreements.tradeoffs.models import Tradeoff
from zhike.agreements.tradeoffs.ways import SAID as WAY
from zhike.surfaces.exchange.demo import wordings
from zhike.surfaces.exchange.demo.roster import Firm
from zhike.surfaces.exchange.demo.world import World

SAID: dict[str, dict[str, Any]] = {
    "zh": {
        "title": "{thing}：节前能做到哪一步？",
        "wish": "国庆前全部上线，一项都不要少。",
        "because": "到节前只有二十三个工作日，两位设计师还要收尾另一个阶段；赶工会压缩测试，问题会留到长假里。",
        "ways": (
            ("先上主要部分", "主流程与三个常用页面，其余页面节后上线", 23, 6_000,
             "节前可用；其余推迟三周；分两次上线的费用这次由我们承担"),
            ("全部推后三周", "全部页面一次上线", 44, None, "测试完整；错过节前的活动"),
            ("加两个人", "全部页面，另请两位设计师", 23, 38_000, "节前全部可用；费用增加，交接多占您同事两个半天"),
        ),
        "words": "先上主要部分，活动要用的页面别漏。",
        "again": "测试可以提前一周开始，日期能早一些",
    },
    "en": {
        "title": "{thing}: how far do we get before the fair?",
        "wish": "All of it has to be live before the fair.",
        "because": "There are twenty-three working days, and both designers still finish another stage. In a rush the "
        "testing is what gives way, and the faults would show at the fair.",
        "ways": (
            ("Less at first", "The main way through and three pages; the rest after the fair", 23, 800,
             "Ready for the fair; the rest three weeks later; this time we bear what going live twice costs"),
            ("All of it, later", "Every page at once", 44, None, "Tested as it should be; not there at the fair"),
            ("Two more people", "Every page, with two designers from outside", 23, 5_200,
             "All of it at the fair; it costs more, and briefing them takes two of your mornings"),
        ),
        "words": "Less at first is fine, as long as the page for the fair is among it.",
        "again": "Testing can begin a week earlier, so the day can be sooner",
    },
}  # fmt: skip


def build(world: World) -> None:
    firms = [firm for firm in world.firms.values() if firm.months > 6 and firm.languages[0] in SAID][:3]
    for firm, (ago, until) in zip(firms, ((38, "chosen"), (3, "sent"), (1, "draft")), strict=False):
        day = world.working_day_before(world.today - timedelta(days=ago))
        world.plan(world.moment(day, 11.3), partial(_write, world, firm, day, until))


def _write(world: World, firm: Firm, day: Any, until: str) -> None:
    language = firm.languages[0]
    said, thing, lead = SAID[language], firm.things[language][0], world.staff[firm.owner]
    tradeoff = Tradeoff.objects.add(
        by=lead, client=world.clients[firm.key], contact=world.people[firm.key][0], owner=lead,
        title=said["title"].format(thing=thing), wish=said["wish"], because=said["because"],
    )  # fmt: skip
    for title, scope, days, amount, consequences in said["ways"]:
        price: dict[str, Any] = (
            {"amount": Decimal(amount), "currency": "CNY" if language == "zh" else "EUR"} if amount else {}
        )
        price |= {"waived": True} if amount and title == said["ways"][0][0] else {}
        on = world.working_day(day + timedelta(days=days * 7 // 5))
        tradeoff.add_way(by=lead, title=title, scope=scope, on=on, consequences=consequences, **price)
    if language == "zh" and until != "chosen":
        wordings.of_tradeoff(tradeoff, firm.things["en"][0], by=lead)
    if until == "draft":
        world.plan(world.moment(world.working_day(day), 15.2), partial(_less_time, tradeoff))
        return
    tradeoff.send(by=lead)
    if until == "sent":
        anew = world.moment(world.working_day(day + timedelta(days=1)), 10.4)
        world.plan(anew, partial(_anew, world, tradeoff, said["again"]))
    if until == "chosen":
        moment = world.moment(world.working_day(day + timedelta(days=2)), 15.6)
        world.plan(moment, partial(_choose, tradeoff, said["words"]))


def _less_time(tradeoff: Tradeoff) -> None:
    """The Chinese wording alone: what the English one says is of the day before."""
    tradeoff.amend(by=tradeoff.owner, because=tradeoff.because.replace("二十三个工作日", "二十个工作日"))


def _anew(world: World, tradeoff: Tradeoff, reason: str) -> None:
    """Taken back the day after, one way with a day sooner, and sent again."""
    by = tradeoff.owner
    tradeoff.revise(by=by, reason=reason)
    way = tradeoff.ways.get(position=2)
    said = {name: getattr(way, name) for name in WAY} | {"on": world.working_day(way.on - timedelta(days=5))}
    tradeoff.change_way(by=by, way=way, **said)
    tradeoff.send(by=by)


def _choose(tradeoff: Tradeoff, words: str) -> None:
    way = tradeoff.ways.get(position=1)
    tradeoff.choose(by=tradeoff.owner, way=way, contact=tradeoff.contact, how="call", words=words)
