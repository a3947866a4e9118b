"""Two journeys of clients: that of new ones until their first delivery, and that of any when something goes wrong."""

from datetime import timedelta
from decimal import Decimal
from functools import partial
from typing import Any

from zhike.clients.segments.models import Segment
from zhike.insight.journeys.forms import ImprovementForm, JourneyForm, TouchpointForm
from zhike.insight.journeys.models import Improvement, Touchpoint
from zhike.surfaces.exchange.demo.gate import through
from zhike.surfaces.exchange.demo.world import World

NEW, TROUBLE = "The first three months · 合作头三个月", "When something goes wrong · 出了问题的时候"
PURPOSES = {
    NEW: "After three months they say: *we always knew what came next*. 三个月后，客户说：**每一步都心里有数**。",
    TROUBLE: "They hear from us before they ask, and from one person. 不等客户来问，由**同一个人**先说。",
}
SEGMENTS = {NEW: "New clients"}
# (phase, touchpoint, what they meet, channel, what they want there, who, measure, target)
POINTS: dict[str, tuple[tuple[str, str, str, str, str, str, str, str], ...]] = {
    NEW: (
        ("First talk · 初次沟通", "The first reply · 第一次回复", "talk", "WeChat · mail",
         "An answer by a person, the same day. 当天有真人回复，不是套话。", "lena", "in_time", "90"),
        ("First talk · 初次沟通", "The offer · 报价单", "product", "PDF",
         "One page: what, when, how much. 一页纸看懂做什么、几时好、多少钱。", "omar", "", "5"),
        ("Kick-off · 启动", "The kick-off meeting · 启动会", "service", "At their place · 上门",
         "To know who does what, and whom to ring. 知道谁管什么、有事找谁。", "lena", "", "8"),
        ("Kick-off · 启动", "A contact plan · 约定怎么联系", "talk", "",
         "How often we speak, and about what. 多久联系一次、聊什么，说清楚。", "mona", "planned", "80"),
        ("Work · 制作", "What we promised · 说好的事", "service", "",
         "What we said, on the day we said. 说到做到。", "omar", "kept", "90"),
        ("Work · 制作", "The first draft · 第一版", "product", "Link · 链接",
         "To see it early, and to be asked one thing at a time. 早点看到，一次只问一件事。", "ida", "", "8"),
        ("Review · 回顾", "The talk after three months · 三个月回顾", "talk", "Visit · 拜访",
         "To say what annoys them, and to see it noted. 说出不满，并且有人记下来。", "mona", "short", "15"),
    ),
    TROUBLE: (
        ("They notice · 客户发现问题", "The first answer · 第一声回应", "talk", "Phone · 电话",
         "Somebody who listens. 先有人听他说完。", "lena", "answer_hours", "4"),
        ("We see to it · 处理中", "What happens next · 下一步是什么", "service", "WeChat",
         "A day, and who does it. 哪天好、谁来办。", "omar", "kept", "90"),
        ("Afterwards · 事后", "Why it happened · 为什么会这样", "service", "Mail · 邮件",
         "Half a page, without excuses. 半页纸，不找借口。", "mona", "", "7"),
        ("Afterwards · 事后", "Whether they stay · 客户还在不在", "product", "",
         "To be glad that they stayed. 庆幸自己没走。", "mona", "at_risk", "15"),
    ),
}  # fmt: skip
NOTED = (
    ("The offer", "3", 50),
    ("The kick-off", "8.5", 31),
    ("The first draft", "7", 30),
    ("Why it happened", "6", 26),
)
# (touchpoint, what to change, because of, why, client with whom it was said or where it stands, link, who, days ago:
# proposed, begun, over; what came of it)
Better = tuple[str, str, str, str, str, str, str, tuple[int, int, int], str]
BETTER: tuple[Better, ...] = (
    (
        "What we promised",
        "Say the day, not “soon” · 说日子，不说“尽快”",
        "feedback",
        "They could not plan around “soon”. 客户说“尽快”没法排工期。",
        "qingchuan",
        "",
        "omar",
        (43, 40, 18),
        "Each offer and each minute now names a day. 报价单和纪要都写明日子。",
    ),
    (
        "The kick-off",
        "One page with faces and numbers · 一页纸写明谁管什么",
        "feedback",
        "They rang three of us to find the right one. 打了三个电话才找对人。",
        "kestrel",
        "",
        "lena",
        (44, 41, 33),
        "Handed out at the meeting. 启动会当场发。",
    ),
    (
        "The first draft",
        "Show it in a link that works on a phone · 第一版用手机就能看",
        "trend",
        "Clients look at drafts on the way home. 客户多在路上用手机看稿。",
        "行业观察，2026 年春季刊",
        "https://trends.example/mobile-review",
        "ida",
        (20, 13, 0),
        "",
    ),
    (
        "The first reply",
        "A person answers until seven · 晚七点前有人回",
        "figure",
        "A good part is answered late. 有一部分回复超时。",
        "",
        "",
        "lena",
        (9, 0, 0),
        "",
    ),
    (
        "The offer",
        "A film instead of a page · 报价改成视频",
        "trend",
        "Others do it. 同行有人这样做。",
        "A talk at a fair · 展会上的一场分享",
        "",
        "omar",
        (36, 0, 30),
        "Nobody would watch it twice. 没人会看第二遍。",
    ),
    (
        "Why it happened",
        "A template of half a page · 半页纸模板",
        "feedback",
        "The last one had excuses on two pages. 上次写了两页，全是理由。",
        "tramlight",
        "",
        "mona",
        (32, 30, 28),
        "",
    ),
)
AGAIN = ("Why it", "7.5", 6)  # noted again afterwards
DESIGNED = {NEW: 66, TROUBLE: 45}  # days ago


def build(world: World) -> None:
    for name, ago in DESIGNED.items():
        world.plan(_working(world, ago, 10.3), partial(_design, world, name))
    for better in BETTER:
        world.plan(_working(world, better[7][0], 11.6), partial(_propose, world, better))
    for beginning, value, ago in (*NOTED, AGAIN):
        world.plan(_working(world, ago, 16.4), partial(_note, world, beginning, value))


def _working(world: World, ago: int, hour: float) -> Any:
    return world.moment(world.working_day_before(world.today - timedelta(days=ago)), hour)


def _design(world: World, name: str) -> None:
    by = world.staff["mona"]
    segment = Segment.objects.standing().filter(name__startswith=SEGMENTS.get(name, "–")).first()
    said = {"name": name, "purpose": PURPOSES[name], "segment": segment, "owner": by}
    journey = through(JourneyForm, said, by=by)
    for phase, point, kind, channel, wants, owner, measure, target in POINTS[name]:
        told = {"phase": phase, "name": point, "kind": kind, "channel": channel, "wants": wants, "measure": measure}
        through(TouchpointForm, told | {"journey": journey, "owner": world.staff[owner], "target": target}, by=by)


def _point(beginning: str) -> Any:
    return Touchpoint.objects.standing().filter(name__startswith=beginning).first()


def _note(_world: World, beginning: str, value: str) -> None:
    if point := _point(beginning):
        point.note(by=point.owner, value=Decimal(value))


def _propose(world: World, better: Better) -> None:
    beginning, text, ground, why, source, url, who, (_ago, begun, over), came = better
    point, by = _point(beginning), world.staff[who]
    if point is None:
        return
    said = world.latest_with(source).reference if source in world.clients else source
    due = world.working_day(world.today + timedelta(days=8 - 10 * bool(over)))
    values = {"touchpoint": point, "text": text, "ground": ground, "why": why, "source_text": said, "link": url}
    made = through(ImprovementForm, values | {"owner": by, "due_on": due}, by=by)
    if begun:
        world.plan(_working(world, begun, 10.1), lambda: made.start(by=by))
    if over:
        world.plan(_working(world, over, 15.2), partial(_end, made, by, came, begun > 0))


def _end(made: Improvement, by: Any, words: str, begun: bool) -> None:
    if begun:
        made.finish(by=by, outcome=words)
    else:
        made.drop(by=by, reason=words)
