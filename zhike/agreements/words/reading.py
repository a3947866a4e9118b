"""What a statement is about and what it lays down, so that two statements can be compared.

The *subject* is its content words, words of one meaning as one; what it *lays down* are numbers, days, choices, sides
of opposites and whether it denies. Chinese is cut into pairs of signs, since no word list knows all names.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any

from zhike.agreements.words import concepts
from zhike.agreements.words.named_days import NamedDay, named_days
from zhike.agreements.words.negation import denies
from zhike.agreements.words.quantities import Quantity, quantities
from zhike.agreements.words.sentences import is_chinese, plain

Said = Mapping[Any, frozenset[Any]]
_STOP = frozenset(concepts.FILLERS.split())
_FILLER = re.compile(
    "以后|已经|照常|一共|里面|可以|能够|能不能|可不可以|可否|(?<![功智性技职])能|需要|没有|无需|按说好|按照|怎么|如何|打算|什么"
    "|[的了吧呢吗啊呀就还也都再又很更最在是有为把被将要对和与或及从到由用以这那其此各每我你您他她它们咱请该应让使改只共不没无勿]+"
    r"|[\W_]+"
)
_WORD = re.compile(r"[a-z][a-z'-]*")
_ENDING = re.compile(r"(?:ing|ed|es|s|ly)$")


@dataclass(frozen=True)
class Statement:
    """One text, read: `amounts` by unit; `choices` and `sides` by the row of their table."""

    text: str
    chinese: bool
    subject: frozenset[str]
    amounts: Mapping[str, frozenset[Decimal]]
    days: tuple[NamedDay, ...]
    choices: Mapping[int, frozenset[str]]
    sides: Mapping[int, frozenset[int]]
    denies: bool


def read(text: str, names: tuple[str, ...] = ()) -> Statement:
    """`names` are people who may be chosen for something: "Clara signs" against "Emil signs"."""
    said = plain(text).lower()
    chinese = is_chinese(said)
    days = named_days(said, chinese)
    rest = _without(said, days)
    numbers = [one for one in quantities(rest, chinese) if one.unit != "year" or one.value < 1900]
    rest = _without(rest, numbers)
    rest, choices = _choices(rest, chinese, names)
    rest, sides = _sides(rest, chinese)
    return Statement(
        text, chinese, _subject(rest, chinese), _amounts(numbers), tuple(days), choices, sides, denies(said, chinese)
    )


def differ(one: Said, other: Said) -> bool:
    """Whether both speak of the same unit or row, and lay down something else."""
    return any(not (one[row] & other[row]) for row in one.keys() & other.keys())


def agree(one: Said, other: Said) -> bool:
    return any(one[row] & other[row] for row in one.keys() & other.keys())


def _amounts(numbers: list[Quantity]) -> dict[str, frozenset[Decimal]]:
    return {unit: frozenset(one.value for one in numbers if one.unit == unit) for unit in {one.unit for one in numbers}}


def _without(text: str, pieces: "list[NamedDay] | list[Quantity]") -> str:
    for one in pieces:
        text = text[: one.start] + " " * (one.end - one.start) + text[one.end :]
    return text


def _choices(text: str, chinese: bool, names: tuple[str, ...]) -> tuple[str, dict[int, frozenset[str]]]:
    found: dict[int, frozenset[str]] = {}
    for n, pattern in _choice_rules(chinese, names):
        if said := frozenset(pattern.findall(text)):
            found[n] = said
            text = pattern.sub(" ", text)
    return text, found


def _sides(text: str, chinese: bool) -> tuple[str, dict[int, frozenset[int]]]:
    found: dict[int, frozenset[int]] = {}
    rest = text
    for n, patterns in _side_rules(chinese):
        if said := frozenset(side for side, pattern in enumerate(patterns) if pattern.search(text)):
            found[n] = said
            for pattern in patterns:
                rest = pattern.sub(" ", rest)
    return rest, found


def _subject(text: str, chinese: bool) -> frozenset[str]:
    found = set()
    for name, pattern in _concept_rules(chinese):
        if pattern.search(text):
            found.add(f"={name}")
            text = pattern.sub(" ", text)
    if chinese:
        runs = [run for run in _FILLER.split(text) if run]
        return frozenset(found | {run[n : n + 2] for run in runs for n in range(len(run) - 1)})
    return frozenset(found | {_stem(word) for word in _WORD.findall(text) if word not in _STOP and len(word) > 1})


def _stem(word: str) -> str:
    short = _ENDING.sub("", word.removesuffix("'s"))
    return short.rstrip("e") if len(short) > 2 else word


@lru_cache(maxsize=64)
def _choice_rules(chinese: bool, names: tuple[str, ...]) -> list[tuple[int, re.Pattern[str]]]:
    rows = [[name.lower() for name in names], *map(concepts.names, concepts.rows(concepts.CHOICES))]
    return [(n, _pattern(said, chinese)) for n, row in enumerate(rows) if (said := _spoken(row, chinese))]


@cache
def _side_rules(chinese: bool) -> list[tuple[int, list[re.Pattern[str]]]]:
    rows = [[concepts.names(side) for side in row.split("/")] for row in concepts.rows(concepts.OPPOSITES)]
    return [(n, [_pattern(side, chinese) for side in row]) for n, row in enumerate(rows) if _spoken(row[0], chinese)]


@cache
def _concept_rules(chinese: bool) -> list[tuple[str, re.Pattern[str]]]:
    rows = [row.partition(":") for row in concepts.rows(concepts.CONCEPTS)]
    return [
        (name, _pattern(members, chinese))
        for name, _colon, words in rows
        if (members := concepts.names(words.split("/")[1 if chinese else 0]) if "/" in words or not chinese else [])
    ]


def _spoken(members: list[str], chinese: bool) -> list[str]:
    return [name for name in members if is_chinese(name) == chinese or (name.isascii() and len(name) < 11 and chinese)]


def _pattern(members: list[str], chinese: bool) -> re.Pattern[str]:
    words = "|".join(re.escape(name) for name in sorted(members, key=len, reverse=True))
    return re.compile(words if chinese else rf"\b(?:{words})\b")
