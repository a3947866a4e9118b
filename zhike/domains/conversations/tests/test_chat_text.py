"""Copied chats, each with exactly what should be read out of it. Friday 8 May 2026, four in the afternoon."""

import re
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhike.domains.conversations.chat_text import parse
from zhike.domains.conversations.chat_times import DAY

NOW = datetime(2026, 5, 8, 16)
BLOCKS = re.split(r"^=== (.*)\n", Path(__file__).with_name("chats.txt").read_text(encoding="utf-8"), flags=re.M)[1:]
CHATS = dict(zip(BLOCKS[::2], BLOCKS[1::2], strict=True))


def read(text: str) -> list[list[str]]:
    return [
        [turn.speaker, f"{turn.at:%Y-%m-%d %H:%M}" if turn.at else "", turn.media, turn.text.replace("\n", "⏎")]
        for turn in parse(text, NOW)
    ]


def cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.removeprefix("--- ").split("|")]


@pytest.mark.parametrize("name", CHATS)
def test_it_reads(name: str) -> None:
    lines = CHATS[name].rstrip("\n").split("\n")
    expected = [cells(line) for line in lines if line.startswith("--- ")]
    assert read("\n".join(line for line in lines if not line.startswith("--- "))) == expected


def test_there_are_enough_of_them() -> None:
    assert len(CHATS) >= 25


@given(st.text(max_size=400))
def test_it_takes_any_text(text: str) -> None:
    for turn in parse(text, NOW):
        assert turn.speaker and turn.text


LETTERS = st.text(st.characters(whitelist_categories=["Lu", "Ll", "Lo"]), min_size=1, max_size=12)
WORDS = LETTERS.filter(lambda words: not re.fullmatch(DAY, words, re.IGNORECASE))  # alone in a line it parts two days


@given(st.lists(st.tuples(st.sampled_from(["陈岚", "林娜", "Clara Chen"]), WORDS), min_size=2, max_size=8))
def test_what_was_written_comes_back(said: list[tuple[str, str]]) -> None:
    text = "\n\n".join(f"{name} 2026/5/7 10:2{n}\n{words}" for n, (name, words) in enumerate(said))
    assert [(turn.speaker, turn.text) for turn in parse(text, NOW)] == said
