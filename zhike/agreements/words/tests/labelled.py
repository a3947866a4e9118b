"""Labelled sentences: plain files, one example a line, split by a hash of the sentence.

The rules were written while looking at the part "seen" only; the part "apart" was written and set aside before.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Literal, NamedTuple, cast
from zoneinfo import ZoneInfo

SAID = Path(__file__).parent / "said"
SHANGHAI = ZoneInfo("Asia/Shanghai")
Part = Literal["seen", "apart"]


def part(said: str) -> Part:
    """Which half a sentence belongs to, for ever."""
    return ("seen", "apart")[hashlib.sha256(said.encode()).digest()[0] % 2]


def lines(name: str) -> Iterator[str]:
    for line in (SAID / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line


def rows(name: str, which: Part) -> list[list[str]]:
    """The label and the texts of each line; the texts decide to which half it belongs."""
    return [line.split(" | ") for line in lines(name) if part(line.split(" | ", 1)[1]) == which]


class Score(NamedTuple):
    """How many were found rightly, wrongly, and not at all."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.right + self.missed)

    def __str__(self) -> str:
        return f"precision {self.precision:.3f} recall {self.recall:.3f} {tuple(self)}"


def score(pairs: Iterable[tuple[str, str]], nothing: str) -> Score:
    """From what is labelled and what was found, where `nothing` means none."""
    told = list(pairs)
    return Score(
        sum(label == found != nothing for label, found in told),
        sum(found not in (nothing, label) for label, found in told),
        sum(label not in (nothing, found) for label, found in told),
    )


@dataclass(frozen=True)
class Labelled:
    """A sentence with who promises (None: nobody), until when, and who says it when."""

    said: str
    side: str | None
    on: date | None
    at: time | None
    said_at: datetime
    said_by: Literal["us", "them"]


def promises(language: str, which: Part) -> list[Labelled]:
    said_at, said_by, found = datetime.min, "us", []
    for line in lines(f"promises.{language}.txt"):
        if " | " not in line:
            _said, day, at, _by, said_by = line.split()
            said_at = datetime.fromisoformat(f"{day} {at}").replace(tzinfo=SHANGHAI)
        elif part(said := line.split(" | ", 1)[1]) == which:
            found.append(_labelled(line, said, said_at, said_by))
    return found


def _labelled(line: str, said: str, said_at: datetime, said_by: str) -> Labelled:
    side, *due = line.split(" | ", 1)[0].split()
    on = date.fromisoformat(due[0]) if due and due[0] != "-" else None
    at = time.fromisoformat(due[1]) if len(due) > 1 else None
    return Labelled(said, None if side == "none" else side, on, at, said_at, cast(Literal["us", "them"], said_by))
