"""Two guides of the studio, used with three clients: answered in a talk, by link, and one that still waits."""

from datetime import timedelta
from functools import partial
from typing import Any

from zhike.core.access.models import User
from zhike.domains.projects.models import Project
from zhike.domains.requirements.inquiries.forms import GuideForm, InquiryForm
from zhike.domains.requirements.inquiries.models import Inquiry
from zhike.surfaces.exchange.demo.gate import through
from zhike.surfaces.exchange.demo.world import World

GUIDES: dict[str, dict[str, str]] = {
    "first": {
        "name": "第一次访谈 · First talk", "kind": "interview",
        "questions": "What do you do on a usual day, from morning to evening?\n"
        "Where do you lose most time?\nWhat have you tried so far, and why did it not hold?\n"
        "How would you notice that it got better?\nWho else decides, and who must not be forgotten?",
        "questions_zh": "您平常一天从早到晚怎么过？\n哪里最耗时间？\n以前试过什么，为什么没坚持下来？\n"
        "怎么看得出来变好了？\n还有谁拍板，谁不能漏掉？",
    },
    "short": {
        "name": "五分钟问卷 · Five minutes", "kind": "answers",
        "questions": "How often do you use it? | every day | every week | less\n"
        "What do you use it on? | phone | computer | both\nWhat annoys you most?\nWhat would you miss if it were gone?",
        "questions_zh": "您多久用一次？ | 每天 | 每周 | 更少\n您在什么设备上用？ | 手机 | 电脑 | 都用\n"
        "最烦人的是什么？\n如果没有了，您会想念什么？",
    },
}  # fmt: skip
# (guide, client, role, day, ours or theirs or waits, answers by place, places of those that became requirements)
ASKED: tuple[tuple[str, str, str, int, str, dict[int, str], tuple[int, ...]], ...] = (
    (
        "first", "qingchuan", "uses", -45, "ours",
        {
            1: "七点开窗，前两个小时排满，全是替老人挂号的子女打电话来问。",
            2: "电话里一个个核对身份证号，一通七八分钟。",
            3: "贴过流程图，老人看不清字。", 4: "早高峰电话少一半，就看得出来了。",
        },
        (2,),
    ),
    (
        "short", "kestrel", "uses", -22, "theirs",
        {
            1: "every day", 2: "both", 3: "I have to log in again whenever the desk phone rings in between.",
            4: "The list of who arrives today.",
        },
        (3,),
    ),
    ("short", "mubai", "runs", -3, "waits", {}, ()),
)  # fmt: skip


def build(world: World) -> None:
    made: dict[str, Any] = {}
    first = min(said[3] for said in ASKED) - 2
    author = next(iter(world.firms.values())).owner
    world.plan(_moment(world, first), partial(_write, world.staff[author], made))
    for said in ASKED:
        if said[1] in world.firms:
            world.plan(_moment(world, said[3]), partial(_ask, world, made, *said))


def _moment(world: World, day: int) -> Any:
    return world.working_moment(world.today + timedelta(days=day))


def _write(by: Any, made: dict[str, Any]) -> None:
    for name, values in GUIDES.items():
        made[name] = through(GuideForm, values, by=by)


def _ask(
    world: World, made: dict[str, Any], guide: str, client: str, role: str, _day: int, how: str,
    answers: dict[int, str], became: tuple[int, ...],
) -> None:  # fmt: skip
    by, firm = world.staff[world.firms[client].owner], world.clients[client]
    values = {
        "guide": made[guide], "client": firm, "contact": world.contact(client, role), "owner": by,
        "project": Project.objects.filter(client=firm).order_by("-pk").first(), "title": "",
        "source_text": world.latest_with(client).reference if how == "ours" else "",
    }  # fmt: skip
    inquiry: Inquiry = through(InquiryForm, values, by=by)
    asked = {one.place: one for one in inquiry.answers.all()}
    if how == "theirs":
        inquiry.send_in(by=User.objects.system(), said={asked[place].pk: text for place, text in answers.items()})
    else:
        for place, text in answers.items():
            inquiry.note(by=by, answer=asked[place], text=text)
    for place in became:
        inquiry.become(by=by, answer=asked[place], kind="should")
    if how == "ours":
        inquiry.close(by=by)
