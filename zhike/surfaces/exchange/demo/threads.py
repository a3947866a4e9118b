"""Lays the stories of one client along its time with us: which turn falls on which day. Pure but for the dice."""

import random
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate

from zhike.surfaces.exchange.demo.stories import Story, Turn

STORY_EACH = 150  # days
EXCHANGE_EACH = 34  # days
Laid = tuple[date, Turn, str]
Told = tuple[Story, str]


@dataclass(frozen=True)
class Ending:
    """How the last story stands: it reached its turn `turns` on `day`; the rest lies ahead."""

    day: date
    turns: int


def lay(came: date, ending: Ending, told: list[Told], single: list[Laid], dice: random.Random) -> list[Laid]:
    """(day, turn, thing it is about) in order, from the day they came until the ending. `told` ends with the last."""
    last_story, last_thing = told[-1]
    reached = last_story[: ending.turns]
    days = _days(reached)
    found = on(ending.day - timedelta(days=days[-1]), reached, last_thing)
    border = found[0][0] - timedelta(days=dice.randint(9, 30))
    earlier = told[:-1]
    room = max((border - came).days, 0)
    for place, (story, thing) in enumerate(earlier):
        start = came + timedelta(days=room * place // max(len(earlier), 1) + dice.randint(0, 12))
        found += [one for one in on(start, story, thing) if one[0] < border]
    return sorted([*found, *[one for one in single if one[0] < ending.day]], key=lambda one: one[0])


def on(start: date, story: Story, thing: str) -> list[Laid]:
    return [(start + timedelta(days=day), one, thing) for day, one in zip(_days(story), story, strict=True)]


def _days(story: Story) -> list[int]:
    return list(accumulate(one.gap for one in story))
