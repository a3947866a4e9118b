"""The map of a client's people: who must confirm what, and who has how much influence with which attitude. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from zhike.clients.models.contact import Attitude, Influence
from zhike.clients.rights.choices import Power, Subject

USUAL = [one for one in Subject if one != Subject.OTHER]


@dataclass(frozen=True)
class Line:
    """One subject: by power (in the order of `Power`) those who have it. `decided` tells that somebody decides it."""

    about: str
    cells: list[list[Any]]
    decided: bool


def lines(rights: Iterable[Any]) -> list[Line]:
    """The usual subjects, said or not, then those in other words. None when no right is known at all."""
    known = list(rights)
    if not known:
        return []
    others = sorted({(one.subject, one.words) for one in known if one.words})
    return [_line(known, subject, words) for subject, words in [*((one, "") for one in USUAL), *others]]


def _line(known: Sequence[Any], subject: str, words: str) -> Line:
    theirs = [one for one in known if (one.subject, one.words) == (subject, words)]
    cells = [[one for one in theirs if one.power == power] for power in Power]
    return Line(words or str(Subject(subject).label), cells, bool(cells[0]))


def placed(people: Iterable[Any]) -> list[tuple[str, list[list[Any]]]]:
    """By influence, high first: the people of each attitude, opponents first. Empty when nobody's is known."""
    known = [one for one in people if one.influence and one.attitude]
    if not known:
        return []
    return [
        (
            str(influence.label),
            [[one for one in known if (one.influence, one.attitude) == (influence, attitude)] for attitude in Attitude],
        )
        for influence in Influence
    ]
