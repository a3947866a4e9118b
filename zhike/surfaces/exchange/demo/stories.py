"""Reads stories_*.txt (threads of several turns) and exchanges_*.txt (single ones), in either language.

A turn begins with `+days kind direction mood minutes who : subject`, days after the turn before it. `?` says that the
client waits for an answer; `-> step | days` is the next step and when it is due.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

HEAD = re.compile(
    r"(?:\+(?P<gap>\d+) )?(?P<kind>\w+) (?P<direction>in|out) (?P<mood>\S+) (?P<minutes>\S+) (?P<who>[a-z,]+)"
    r"(?P<waits> \?)?(?: : (?P<subject>.+))?"
)


@dataclass(frozen=True)
class Turn:
    """`who` are roles of contacts. `gap` and `due` are in days."""

    gap: int
    kind: str
    direction: str
    mood: str
    minutes: int | None
    who: tuple[str, ...]
    waits: bool
    subject: str
    text: str
    next_step: str = ""
    due: int = 0


Story = tuple[Turn, ...]


@cache
def stories(language: str) -> dict[str, tuple[str, Story]]:
    """Every thread by its title, with what it fits: `digital` or `print` things, `any`, or one client's key."""
    parts = re.split(r"^# (\w+): (.*)\n", _read(f"stories_{language}"), flags=re.MULTILINE)[1:]
    turns = (tuple(map(turn, _blocks(text))) for text in parts[2::3])
    return dict(zip(parts[1::3], zip(parts[::3], turns, strict=True), strict=True))


@cache
def exchanges(language: str) -> list[Story]:
    """Short ones: a turn without days begins the next."""
    found: list[list[Turn]] = []
    for block in _blocks(_read(f"exchanges_{language}")):
        if block.startswith("+"):
            found[-1].append(turn(block))
        else:
            found.append([turn(block)])
    return [tuple(one) for one in found]


def turn(block: str) -> Turn:
    """Raises ValueError when its first line cannot be read."""
    first, *lines = block.splitlines()
    said = HEAD.fullmatch(first)
    if not said:
        raise ValueError(f"not the head of a turn: {first}")
    step, due = "", "0"
    if lines[-1].startswith("-> "):
        step, _bar, due = lines.pop()[3:].rpartition(" | ")
    return Turn(
        gap=int(said["gap"] or 0),
        kind=said["kind"],
        direction=said["direction"],
        mood=said["mood"].strip("-"),
        minutes=int(said["minutes"]) if said["minutes"] != "-" else None,
        who=tuple(said["who"].split(",")),
        waits=bool(said["waits"]),
        subject=said["subject"] or "",
        text="\n\n".join(lines),
        next_step=step,
        due=int(due),
    )


def _read(name: str) -> str:
    return Path(__file__).with_name(f"{name}.txt").read_text(encoding="utf-8")


def _blocks(text: str) -> list[str]:
    return [block.strip() for block in re.split(r"\n\s*\n", text) if block.strip()]
