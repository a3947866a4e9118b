"""Kick-offs and regular meetings with a few clients: prepared, written down, confirmed; one that nobody prepared."""

from datetime import timedelta
from functools import partial
from itertools import cycle
from typing import Any

from zhike.core.timeline.moment import moment
from zhike.domains.meetings.models import Meeting
from zhike.domains.meetings.steps import NoteForm
from zhike.domains.meetings.workflows import close_and_ask, plan
from zhike.surfaces.exchange.demo.clients import LEFT
from zhike.surfaces.exchange.demo.roster import Firm
from zhike.surfaces.exchange.demo.world import World

CLIENTS, BACK = 5, 9  # how many have meetings, and for how many weeks
TITLES = {"zh": ("双周例会", "项目启动会"), "en": ("Fortnightly meeting", "Kick-off")}
TOPICS = {
    "zh": (("{thing}进展", "哪些已完成，哪些卡住了？"), ("下一版的范围", "下一版做什么，不做什么？"), ("排期", "")),
    "en": (("How far is the {thing}?", "What is done, what is stuck?"), ("Scope of the next version", "What is in it, "
           "what is not?"), ("Timetable", "")),
}  # fmt: skip
FIRST = {
    "zh": ("! 每两周开一次例会", "! 定稿由信息负责人一人确认", "> 下周五前发出时间表", "? 明年的维护费怎么算"),
    "en": ("! We meet every two weeks", "! One person of theirs says when a version is final",
           "> The timetable by next Friday", "? What maintenance costs next year"),
}  # fmt: skip
SAID = {
    "zh": (
        ("看了{thing}的第一版，整体满意，字再大一点", "! {thing}的正文字号定为 18", "> 下周五前给出{thing}的第二版",
         "< 下周三前把最终文案发过来", "+ 下周一约印厂看样"),
        ("演示了{thing}，试用顺利", "~ {thing}全部一起上线，要再等三周", "~ {thing}先在一处上线，其余下个月跟上",
         "! {thing}先在一处上线，其余下个月跟上", "> 下周四前修好试用中发现的三个问题", "< 下周二前给测试账号"),
        ("对了{thing}的颜色和图片", "! {thing}的主色沿用现有的品牌色", "> 下周三前列出{thing}缺的图片",
         "< 下周五前确认图片的授权"),
        ("过了一遍{thing}的文案", "! {thing}的文案由客户定稿，我们只改错字", "> 下周二前标出{thing}里还缺的文案",
         "< 下周四前补齐缺的三段文案"),
        ("看了{thing}上线前的检查单", "! {thing}在周二上午上线，双方各留一人", "> 下周一前做完{thing}的上线检查",
         "< 下周五前通知各部门"),
    ),
    "en": (
        ("Looked at the first {thing}; everybody likes it, the type may be larger", "! Body text of the {thing} is 18 "
         "pixels", "> Second version of the {thing} by next Friday", "< Final texts by next Wednesday",
         "+ Book the printer for next Monday"),
        ("Showed the {thing}; the trial went well", "~ The {thing} goes live everywhere, three weeks "
         "later", "~ The {thing} goes live at one site first", "! The {thing} goes live at one site first",
         "> The three faults of the trial are mended by next Thursday", "< Test accounts by next Tuesday"),
        ("Went through colours and pictures of the {thing}", "! The {thing} keeps the colours of the brand", "> A list "
         "of the pictures still missing by next Wednesday", "< The rights in the pictures by next Friday"),
        ("Read the texts of the {thing}", "! They write the texts of the {thing}; we correct slips alone", "> The gaps "
         "in the texts are marked by next Tuesday", "< The three missing paragraphs by next Thursday"),
        ("Went through the check-list of the {thing}", "! The {thing} goes live on a Tuesday morning", "> The "
         "check-list is done by next Monday", "< All departments know of it by next Friday"),
    ),
}  # fmt: skip


def build(world: World) -> None:
    chosen = [firm for firm in world.firms.values() if firm.key not in LEFT and firm.months > 3][:CLIENTS]
    for place, firm in enumerate(chosen):
        first = world.today - timedelta(weeks=BACK, days=(world.today.weekday() - place) % 7)
        kick_off = world.working_day(first - timedelta(days=20))
        world.plan(world.moment(kick_off, 10.0), partial(_kick_off, world, firm))
        world.plan(world.moment(first, 9.2), partial(_series, world, firm, place))


def _people(world: World, firm: Firm) -> dict[str, Any]:
    lead = world.staff[firm.owner]
    contacts = world.people.get(firm.key, [])[:2]
    staff = [lead, *(world.staff[name] for name in (firm.deputy,) if name in world.staff and name != firm.owner)]
    return {"client": world.clients[firm.key], "lead": lead, "contacts": contacts, "staff": staff}


def _language(firm: Firm) -> str:
    return firm.languages[0]


def _kick_off(world: World, firm: Firm) -> None:
    told = _people(world, firm)
    title, begins = TITLES[_language(firm)][1], moment()
    meeting = plan(by=told["lead"], kind="kick_off", title=title, starts_at=begins, minutes=90, **told)
    _hold(world, firm, meeting, FIRST[_language(firm)])


def _series(world: World, firm: Firm, place: int) -> None:
    told = _people(world, firm)
    begins = moment().replace(minute=0, second=0, microsecond=0) + timedelta(hours=5)
    video = f"https://meet.example/{firm.key}" if place % 2 else ""
    meeting = plan(
        by=told["lead"], kind="progress", title=TITLES[_language(firm)][0], starts_at=begins, every_weeks=2,
        place="" if video else firm.city, video=video, **told,
    )  # fmt: skip
    _prepare(world, firm, meeting)
    world.plan(meeting.starts_at, partial(_go_on, world, firm, place, meeting, cycle(SAID[_language(firm)])))


def _prepare(world: World, firm: Firm, meeting: Meeting) -> None:
    """What is left over stays; the rest is put beside it."""
    language, left = _language(firm), set(meeting.topics.values_list("title", flat=True))
    for (title, goal), minutes in zip(TOPICS[language], (20, 25, 10), strict=True):
        said = {"title": title.format(thing=firm.things[language][0]), "goal": goal, "minutes": minutes}
        if said["title"] not in left:
            meeting.add_topic(by=meeting.lead, person=meeting.lead, contact=None, parked=False, **said)


def _go_on(world: World, firm: Firm, place: int, meeting: Meeting, said: Any) -> None:
    """One of a series, then the next; what lies ahead is prepared by every second team."""
    meeting.refresh_from_db()
    _hold(world, firm, meeting, next(said))
    following = Meeting.objects.get(former=meeting)
    ahead = following.starts_at > world.now
    if place % 2 == 0 or not ahead:
        _prepare(world, firm, following)
    if ahead and place % 2 == 0:
        following.invite(by=following.lead)
    elif ahead:
        _leave_bare(following)
    else:
        world.plan(following.starts_at, partial(_go_on, world, firm, place, following, said))


def _leave_bare(meeting: Meeting) -> None:
    """Nothing was left over, and nobody thought of the agenda."""
    for topic in meeting.topics.all():
        meeting.change_topic(by=meeting.lead, topic=topic, what="drop")


def _hold(world: World, firm: Firm, meeting: Meeting, lines: tuple[str, ...]) -> None:
    meeting.hold(by=meeting.lead)
    for line in lines:
        form = NoteForm({"text": line.format(thing=firm.things[_language(firm)][0])}, record=meeting, by=meeting.lead)
        if not form.is_valid():
            raise ValueError(f"the minutes refuse {line}: {form.errors}")
        meeting.note(by=meeting.lead, **form.cleaned_data)
    for topic in list(meeting.topics.filter(parked=False))[:2]:
        meeting.change_topic(by=meeting.lead, topic=topic, what="done")
    contact = meeting.contacts.first()
    asked = close_and_ask(meeting, by=meeting.lead, contacts=[contact] if contact else [])
    _do_it(world, meeting)
    for readback, _address in asked:
        world.plan(meeting.starts_at + timedelta(hours=20), partial(_agree, readback, meeting.lead))


def _agree(readback: Any, by: Any) -> None:
    """The day after they say that it is right."""
    for entry in readback.lines():
        if entry.state == "proposed":
            entry.confirm(by=by, contact=readback.contact, how="meeting")


def _do_it(world: World, meeting: Meeting) -> None:
    """What was promised is kept on its day, nearly always, and the to-dos are done."""
    lines: Any = meeting.lines.exclude(due_on=None).select_related("entry", "todo")
    for line in lines:
        day = world.working_day_before(line.due_on)
        if line.todo:
            world.plan(world.moment(day, 15.5), partial(line.todo.complete, by=line.todo.owner))
        elif line.entry and world.dice.random() < 0.93:
            world.plan(world.moment(day, 16.5), partial(_keep, line.entry, meeting.lead))


def _keep(entry: Any, by: Any) -> None:
    entry.refresh_from_db()
    if entry.state in ("proposed", "confirmed"):
        entry.keep(by=by)
