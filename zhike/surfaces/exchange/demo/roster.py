"""Reads clients.txt: who the studio works for, and their people."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

NEAREST = ("runs", "decides", "advises")
FILE = Path(__file__).with_name("clients.txt")
HEADS = (
    "name", "short_name", "language", "country", "province", "city", "district", "industry", "size", "owner", "deputy",
    "months", "tags",
)  # fmt: skip


@dataclass(frozen=True)
class Person:
    name: str
    called: str
    title: str
    role: str
    channel: str


@dataclass
class Firm:
    """`months` is how long they have been with us. `things` is what we make for them, in Chinese and in English."""

    key: str
    name: str
    short_name: str
    language: str
    country: str
    province: str
    city: str
    district: str
    industry: str
    size: str
    owner: str
    deputy: str
    months: int
    tags: list[str]
    things: dict[str, list[str]] = field(default_factory=dict)
    about: str = ""
    people: list[Person] = field(default_factory=list)

    @property
    def languages(self) -> tuple[str, ...]:
        return ("zh", "zh", "en") if self.language == "mix" else (self.language,)

    def who(self, role: str) -> Person:
        """Whoever has the role, else the one nearest to it."""
        wanted = (role, *NEAREST)
        return min(self.people, key=lambda one: wanted.index(one.role) if one.role in wanted else len(wanted))

    @property
    def domain(self) -> str:
        return f"{self.key}.example"


@cache
def firms() -> list[Firm]:
    """All, in the order of the file."""
    found: list[Firm] = []
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith("  "):
            _add_detail(found[-1], line.strip())
        elif line and not line.startswith("#"):
            found.append(_firm(line))
    return found


def _firm(line: str) -> Firm:
    key, _equals, rest = line.partition(" = ")
    said: dict[str, Any] = dict(zip(HEADS, cells(rest), strict=True))
    return Firm(key, **said | {"months": int(said["months"]), "tags": split(said["tags"])})


def _add_detail(firm: Firm, line: str) -> None:
    if line.startswith("- "):
        firm.people.append(Person(*cells(line[2:])))
    elif line.startswith("~ "):
        firm.about = line[2:]
    else:
        chinese, _slash, english = line.partition(" / ")
        firm.things = {"zh": split(chinese), "en": split(english)}


def lines_of(file: Path) -> Iterator[tuple[str, str]]:
    """(word, what is said of it) of each line "word = …" of a file, without remarks."""
    for line in file.read_text(encoding="utf-8").splitlines():
        word, _equals, rest = line.partition(" = ")
        if rest and not word.startswith("#"):
            yield word.strip(), rest.strip()


def cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.split("|")]


def split(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]
