"""Ideas on their way, for the pages that axe looks at."""

from datetime import timedelta
from decimal import Decimal

from django.utils import timezone

from tests.cast import Cast
from zhike.domains.ideas.models import Idea
from zhike.domains.projects.models import Project


def think_of_things(cast: Cast) -> dict[str, str]:
    """One just noted, one whose trial took too long, one kept that worked, one dropped."""
    by, client = cast.lena, cast.qingchuan
    project = Project.objects.add(by=by, client=client, lead=by, name="候诊区")
    said = {"by": by, "client": client, "owner": by, "odd": True}
    noted = Idea.objects.add(**said, title="候诊时养一只电子宠物", contact=cast.clara, source_text="电话")
    late, kept, dropped = (
        Idea.objects.add(**said, title=title, project=project, person=by, text="排到号它就叫你")
        for title in ("会唱歌的叫号屏", "扫码看上一位读者的话", "走廊里的钢琴地砖")
    )
    why = {"value_why": "孩子肯坐下来等", "cost_why": "动画要外请", "fit_why": "医院偏严肃", "measure": "投诉少一成"}
    for one in (late, kept, dropped):
        one.weigh(by=by, value=4, cost=3, fit=2, **why)
    for one in (late, kept):
        one.try_out(by=by, hours=Decimal(4), until=timezone.localdate() + timedelta(days=3))
        one.spend(by=by, hours=Decimal("4.5"), words="搭了样机")
    kept.keep(by=by, becomes="requirement", reason="护士站都说好")
    kept.judge(by=by, result="won", words="投诉少了两成", amount=Decimal(12_000), currency="CNY")
    dropped.drop(by=by, reason="病人要安静")
    named = {"noted": noted, "on trial": late, "kept": kept, "dropped": dropped}
    return {
        **{f"idea, {name}": f"/ideas/{one.reference}/" for name, one in named.items()},
        "ideas": "/ideas/", "board of ideas": "/ideas/board/", "new idea": f"/ideas/new/?client={client.pk}",
        "weigh an idea": f"/ideas/{noted.reference}/step/weigh/", "what became of ideas": "/idea-outcomes/",
        "ideas of a project": f"/projects/{project.reference}/",
        "began as an idea": f"/requirements/{kept.requirement.reference}/",
    }  # fmt: skip
