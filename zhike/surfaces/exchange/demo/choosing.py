"""Which stories are told of which client, and of which of its things."""

import re
from itertools import cycle, islice

from zhike.surfaces.exchange.demo.roster import Firm, firms
from zhike.surfaces.exchange.demo.stories import Story, stories
from zhike.surfaces.exchange.demo.threads import STORY_EACH, Told

STRIDE = 4
SIDES = ("decides", "runs", "opposes")
NOW = {  # what the threads of some are about these days
    "qingchuan": ("zh", "首页只留三个入口"),
    "yuanan": ("zh", "领导要看大屏"),
    "mubai": ("zh", "续约"),
    "kestrel": ("en", "Price and scope"),
    "tramlight": ("en", "Old codes"),
}
DIGITAL = re.compile(
    r"页|程序|网站|看板|大屏|门户|官网|图标|流程|app|page|site|form|portal|dashboard|screen|flow|intranet|configurator|console"
)


def told_of(firm: Firm, days: int) -> list[Told]:
    """(story, thing), the present one last. No story twice for a client; neighbours tell others."""
    count = 1 + min(days // STORY_EACH, 4)
    wanted = islice(cycle(firm.languages), count)
    found: list[Told] = [_now(firm)] if firm.key in NOW else []
    for language in islice(wanted, count - len(found)):
        heard = {id(story) for story, _thing in found}
        found.append(next(one for one in _fitting(firm, language) if id(one[0]) not in heard))
    return found[::-1]


def _now(firm: Firm) -> Told:
    language, title = NOW[firm.key]
    return stories(language)[title][1], firm.things[language][0]


def _fitting(firm: Firm, language: str) -> list[Told]:
    """All that fit, from a place of the client's own on, in strides that mix their kinds."""
    pool = list(stories(language).values())
    begin = [one.key for one in firms() if language in one.languages].index(firm.key)
    order = [pool[(begin + STRIDE * number) % len(pool)] for number in range(len(pool))]
    found = []
    for number, (fits, story) in enumerate(order):
        if things := _things(firm, language, fits):
            found.append((story, things[number % len(things)]))
    return sorted(found, key=lambda told: _talks_to_themselves(firm, told[0]))


def _talks_to_themselves(firm: Firm, story: Story) -> bool:
    """Whether one person would stand on both sides of it; such a story comes last."""
    said = " ".join(turn.text for turn in story)
    sides = [firm.who(role).name for role in SIDES if f"{{{role}}}" in said]
    return len(set(sides)) < len(sides)


def _things(firm: Firm, language: str, fits: str) -> list[str]:
    things = firm.things[language]
    if fits in {"digital", "print"}:
        return [thing for thing in things if bool(DIGITAL.search(thing)) == (fits == "digital")]
    return things if fits in {"any", firm.key} else []
