"""An idea of Lena's for 晴川医疗, as far on its way as a test wants it."""

from decimal import Decimal

import pytest

from zhike.domains.ideas.models import Idea

WEIGHED = {
    "value": 4, "value_why": "孩子肯坐下来等", "cost": 3, "cost_why": "动画要外请", "fit": 2, "fit_why": "医院偏严肃",
    "measure": "候诊投诉少一成",
}  # fmt: skip


@pytest.fixture
def thought(cast):
    """Makes one: `upto` noted, weighed, trial or kept."""

    def make(upto="noted", title="候诊时养一只电子宠物", hours=Decimal(8), **more):
        said = {"client": cast.qingchuan, "owner": cast.lena, "odd": True, "text": "排到号它就叫你"} | more
        if "contact" not in said:
            said.setdefault("person", cast.lena)
        idea = Idea.objects.add(by=cast.lena, title=title, **said)
        if upto != "noted":
            idea.weigh(by=cast.lena, **WEIGHED)
        if upto in ("trial", "kept"):
            idea.try_out(by=cast.lena, hours=hours)
        if upto == "kept":
            idea.keep(by=cast.lena, becomes="todo", reason="护士站都说好")
        return idea

    return make
