"""Two prototypes in the client's hands: what they were to do, how it went, what was made of it."""

from datetime import timedelta
from functools import partial
from typing import Any

from zhike.core.access.models import User
from zhike.core.timeline.moment import moment
from zhike.domains.projects.models import Deliverable
from zhike.domains.requirements.tryouts.forms import TryoutForm
from zhike.domains.requirements.tryouts.models import Tryout
from zhike.surfaces.exchange.demo.gate import through
from zhike.surfaces.exchange.demo.world import World

# errand, how it went, what they said, what was made of it ("want" or "wrong"), in which words
Errand = tuple[str, str, str, str, str]
# client: (day, role, title, whether they answered by link, errands)
TRIED: dict[str, tuple[int, str, str, bool, tuple[Errand, ...]]] = {
    "qingchuan": (
        -7, "uses", "导诊台试用", False,
        (
            ("替母亲挂一个周五上午的眼科号", "alone", "比打电话快。", "", ""),
            ("把这个号改到下周一", "helped", "先点了取消，怕号没了，又退回来。", "want",
             "改约前先说明原来的号会保留到改成为止"),
            ("看看退的钱到了没有", "failed", "点了三个页面都没找到，最后去问了窗口。", "wrong", "退款进度没有入口"),
        ),
    ),
    "kestrel": (
        -6, "uses", "The front desk tries it", True,
        (
            ("Book two nights for a guest who calls", "alone", "Four steps, I counted.", "", ""),
            ("Move the booking by a day", "helped", "I looked for it under the guest’s name first.", "want",
             "A booking is found by the guest’s name"),
            ("Find out whether it is paid", "alone", "", "", ""),
        ),
    ),
}  # fmt: skip


# client: (errand, x, y, where they looked for it)
POINTED = {"qingchuan": (3, 24, 61, "以为退款会在这一栏")}


def build(world: World) -> None:
    for client, (day, role, title, by_link, errands) in TRIED.items():
        if client in world.firms:
            when = world.working_moment(world.today + timedelta(days=day))
            world.plan(when, partial(_try, world, client, role, title, by_link, errands))


def _try(world: World, client: str, role: str, title: str, by_link: bool, errands: tuple[Errand, ...]) -> None:
    """A day later where nothing was handed in yet."""
    by, firm = world.staff[world.firms[client].owner], world.clients[client]
    known = Deliverable.objects.standing().filter(client=firm, versions__isnull=False).order_by("-pk").first()
    if known is None:
        world.plan(moment() + timedelta(days=1), partial(_try, world, client, role, title, by_link, errands))
        return
    values = {"deliverable": known, "title": title, "contact": world.contact(client, role), "owner": by}
    tasks = "\n".join(text for text, *_rest in errands)
    tryout: Tryout = through(TryoutForm, {**values, "tasks": tasks}, by=by)
    given: list[Any] = list(tryout.errands.all())
    if by_link:
        said = {one.pk: (went, words) for one, (_text, went, words, *_made) in zip(given, errands, strict=True)}
        tryout.send_in(by=User.objects.system(), said=said)
    if client in POINTED and tryout.points:
        place, x, y, looked = POINTED[client]
        tryout.point(by=by, errand=given[place - 1], text=looked, x=x, y=y)
    for one, (_text, went, words, made, what) in zip(given, errands, strict=True):
        if not by_link:
            tryout.note(by=by, errand=one, went=went, reaction=words)
        if made == "want":
            tryout.want(by=by, errand=one, statement=what, kind="should")
        elif made:
            tryout.find_wrong(by=by, errand=one, title=what, severity=1)
    if not by_link:
        tryout.close(by=by)
