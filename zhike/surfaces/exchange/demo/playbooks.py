"""Three playbooks, as a studio would write them."""

from typing import Any

from zhike.clients.playbooks.forms import PlaybookForm
from zhike.core.timeline.moment import at
from zhike.surfaces.exchange.demo.gate import through
from zhike.surfaces.exchange.demo.world import World

Written = tuple[str, str, str, int, int]  # title, notes, who, days, after

WELCOME: tuple[Written, ...] = (
    ("打电话欢迎，约启动会", "问清谁拍板、谁每天对接、喜欢怎么联系。", "owner", 1, 0),
    ("Send the rules of engagement", "Who answers whom, how fast, how changes are asked for. One page.", "owner", 2, 0),
    ("把对接人和称呼录全", "职务、称呼、常用联系方式。", "deputy", 3, 0),
    ("Kick-off: write down what they expect", "In their words; send it back to be confirmed.", "owner", 8, 1),
    ("第一个月回访", "哪里顺，哪里不顺，记下来。", "owner", 20, 4),
)
WARNING: tuple[Written, ...] = (
    ("Ring up and listen: why has it gone quiet?", "No offer in this call.", "owner", 2, 0),
    ("翻一遍答应过的事，有没有欠着的", "", "deputy", 2, 0),
    ("Propose one small thing that helps them now", "", "owner", 5, 1),
    ("与主管商量：留，还是体面地放手", "", "owner", 15, 3),
)
BACK: tuple[Written, ...] = (
    ("当面谢谢他们回来", "带一件他们用得上的小东西。", "owner", 5, 0),
    ("Agree what must be different this time", "Three sentences, confirmed by them.", "owner", 10, 0),
    ("两个月后复盘", "", "owner", 40, 2),
)
PLAYBOOKS = {
    "onboarding": ("新客户启动 Onboarding", "从第一份委托到第一次回访，头两个月要做的事。", WELCOME),
    "at_risk": ("Gone quiet 安静下来的客户", "What we do when nobody has spoken with them for two months.", WARNING),
    "won_back": ("挽回之后 Won back", "回来的客户，第一印象要重新给。", BACK),
}


def write(world: World) -> dict[str, Any]:
    """By the kind of stage that they belong to."""
    by = world.staff["mona"]
    with at(world.beginning):
        return {
            kind: through(PlaybookForm, _values(name, about, lines) | {"keeper": by}, by=by)
            for kind, (name, about, lines) in PLAYBOOKS.items()
        }


def _values(name: str, about: str, lines: tuple[Written, ...]) -> dict[str, Any]:
    return {"name": name, "about": about, "lines": _kept(lines), "withdraws": True}


def _kept(lines: tuple[Written, ...]) -> list[dict[str, Any]]:
    return [dict(zip(("title", "text", "who", "days", "after"), line, strict=True)) for line in lines]
