"""Whether a new statement touches what was decided: says the same again, or something else.

Meaning is not guessed from likeness, for a reversal is as like as can be. Two statements with the same subject are held
against each other: a number of the same unit, a day, a choice, a side of an opposite, a denial.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from zhike.agreements.words.reading import Statement, agree, differ, read

Verdict = Literal["same", "contradicts"]
Why = Literal["number", "date", "negated", "antonym", "choice", ""]
RELATED = 0.5  # of the words of the shorter subject
ALIKE = 0.6
OVERLAPPING = 0.4  # of the words of both


@dataclass(frozen=True)
class Touch:
    """The n-th decision is touched. `why` is "" for the same; `shared` are the words that both speak of."""

    decision: int
    verdict: Verdict
    why: Why
    shared: tuple[str, ...]


def touches(statement: str, decisions: Sequence[str], *, names: Sequence[str] = ()) -> list[Touch]:
    """What a statement does to each decision that it touches, contradictions first; unrelated ones are left out.

    `names` are people who may be named for a task; where another is named than was decided, that contradicts.
    """
    return Decided(decisions, names).touched_by(statement)


class Decided:
    """Decisions read once, for many statements: candidates are found by shared words, then compared one by one."""

    def __init__(self, decisions: Iterable[str], names: Sequence[str] = ()) -> None:
        self._names = tuple(names)
        self._read = [read(text, self._names) for text in decisions]
        self._by_word: dict[str, list[int]] = defaultdict(list)
        for n, decision in enumerate(self._read):
            for word in decision.subject:
                self._by_word[word].append(n)

    def touched_by(self, statement: str) -> list[Touch]:
        new = read(statement, self._names)
        near = {n for word in new.subject for n in self._by_word.get(word, ())}
        found = [touch for n in sorted(near) if (touch := _touch(n, self._read[n], new))]
        return sorted(found, key=lambda touch: touch.verdict)


def _touch(n: int, old: Statement, new: Statement) -> Touch | None:
    shared = old.subject & new.subject
    likeness = len(shared) / min(len(old.subject), len(new.subject))
    if likeness < RELATED:
        return None
    words = tuple(sorted(word.lstrip("=") for word in shared))
    if why := next(_conflicts(old, new, likeness), None):
        return Touch(n, "contradicts", why, words)
    return Touch(n, "same", "", words) if _says_it_again(old, new, likeness) else None


def _conflicts(old: Statement, new: Statement, likeness: float) -> Iterator[Why]:
    flips = old.denies != new.denies
    opposite = differ(old.sides, new.sides)
    if opposite and not flips:
        yield "antonym"
    if flips and not opposite and likeness >= ALIKE:
        yield "negated"
    if differ(old.amounts, new.amounts):
        yield "number"
    if old.days and new.days and not _days_agree(old, new):
        yield "date"
    if differ(old.choices, new.choices):
        yield "choice"


def _days_agree(old: Statement, new: Statement) -> bool:
    return any(one.agrees(other) for one in old.days for other in new.days)


def _says_it_again(old: Statement, new: Statement, likeness: float) -> bool:
    """Related and without conflict: the same where a fact is repeated, or where nearly all words are."""
    repeats = (
        agree(old.amounts, new.amounts)
        or agree(old.choices, new.choices)
        or agree(old.sides, new.sides)
        or _days_agree(old, new)
    )
    overlap = len(old.subject & new.subject) / len(old.subject | new.subject)
    return repeats or (likeness >= ALIKE and overlap >= OVERLAPPING)
