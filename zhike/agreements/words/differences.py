"""Where two texts that should say the same in two languages do not: numbers, money, days, negations, placeholders."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

from zhike.agreements.words.named_days import NamedDay, named_days
from zhike.agreements.words.negation import denies
from zhike.agreements.words.quantities import MONEY, Quantity, quantities
from zhike.agreements.words.sentences import is_chinese, plain, sentences

Kind = Literal["number", "money", "date", "negation", "placeholder"]
PLACEHOLDER = re.compile(r"\{\{ ?[\w.|]{1,60} ?\}\}|%\(\w{1,60}\)[sd]|\{\w{1,60}\}|%[sd]\b")
UNSURE = 2  # "both parties" is 双方: a number in words up to this may stand on one side only
T = TypeVar("T")


@dataclass(frozen=True)
class Difference:
    """What stands in the first text and in the second; "" where one says nothing of the kind.

    For a negation these are the sentences, else the words.
    """

    kind: Kind
    first: str
    second: str


@dataclass(frozen=True)
class _Read:
    """One text as it is compared."""

    text: str
    days: list[NamedDay]
    numbers: list[Quantity]
    denies: bool

    def words(self, one: NamedDay | Quantity | None) -> str:
        return self.text[one.start : one.end].strip() if one else ""


def differences(first: str, second: str) -> list[Difference]:
    """Compared sentence by sentence where both have as many, else as wholes. Either may be in either language."""
    pairs = [([piece.text for piece in sentences(plain(text))]) for text in (first, second)]
    if len(pairs[0]) != len(pairs[1]):
        pairs = [[plain(first)], [plain(second)]]
    found = [_placeholders(first, second)]
    found += [_between(_read(one), _read(other)) for one, other in zip(*pairs, strict=True)]
    return [difference for some in found for difference in some]


def _read(text: str) -> _Read:
    chinese = is_chinese(text)
    bare = PLACEHOLDER.sub(lambda found: " " * len(found[0]), text)
    days = named_days(bare, chinese)
    for day in days:
        bare = bare[: day.start] + "＿" * (day.end - day.start) + bare[day.end :]
    return _Read(text, days, list(quantities(bare, chinese)), denies(bare, chinese))


def _placeholders(first: str, second: str) -> Iterator[Difference]:
    here, there = (Counter(re.sub(r"\s", "", one) for one in PLACEHOLDER.findall(text)) for text in (first, second))
    for one, other in _paired(sorted((here - there).elements()), sorted((there - here).elements())):
        yield Difference("placeholder", one or "", other or "")


def _between(one: _Read, other: _Read) -> Iterator[Difference]:
    for day, another in _left(one.days, other.days, NamedDay.agrees):
        yield Difference("date", one.words(day), other.words(another))
    for n, m in _left(one.numbers, other.numbers, _same_value):
        if not (n and m) and _may_stand_alone(n or m):
            continue
        yield Difference("number", one.words(n), other.words(m))
    yield from _money(one, other)
    if one.denies != other.denies:
        yield Difference("negation", one.text, other.text)


def _money(one: _Read, other: _Read) -> Iterator[Difference]:
    for n in (n for n in one.numbers if n.unit in MONEY):
        same = [m for m in other.numbers if m.value == n.value and m.unit in MONEY]
        if same and all(m.unit != n.unit for m in same):
            yield Difference("money", one.words(n), other.words(same[0]))


def _same_value(n: Quantity, m: Quantity) -> bool:
    return n.value == m.value and (n.unit == "percent") == (m.unit == "percent")


def _may_stand_alone(n: Quantity | None) -> bool:
    return n is not None and n.worded and n.value <= UNSURE


def _left(here: Sequence[T], there: Sequence[T], same: Callable[[T, T], bool]) -> list[tuple[T | None, T | None]]:
    """What has no twin on the other side, side by side."""
    others, alone = list(there), []
    for one in here:
        twin = next((n for n, other in enumerate(others) if same(one, other)), None)
        if twin is None:
            alone.append(one)
        else:
            del others[twin]
    return _paired(alone, others)


def _paired(here: Sequence[T], there: Sequence[T]) -> list[tuple[T | None, T | None]]:
    longest = max(len(here), len(there))
    return [(here[n] if n < len(here) else None, there[n] if n < len(there) else None) for n in range(longest)]
