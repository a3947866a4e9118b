"""Names and words as they look in life, Chinese and English, the same on every run."""

import tomllib
from pathlib import Path
from random import Random
from typing import NamedTuple

WORDS: dict[str, list[str]] = {
    name: said.split() if isinstance(said, str) else said
    for name, said in tomllib.loads((Path(__file__).parent / "words.toml").read_text(encoding="utf-8")).items()
}
SIGNS, SURNAMES, GIVEN = ("".join(WORDS[name]) for name in ("signs", "surnames", "given"))


class Company(NamedTuple):
    name: str
    short: str
    chinese: bool


def company(chance: Random) -> Company:
    """Six of ten are Chinese."""
    if chance.random() < 0.6:
        own = "".join(chance.choices(SIGNS, k=2 if chance.random() < 0.7 else 3))
        trade = one_of(chance, "trades")
        return Company(f"{one_of(chance, 'places')}{own}{trade}{one_of(chance, 'forms')}", f"{own}{trade[:2]}", True)
    own = f"{one_of(chance, 'first')} {one_of(chance, 'second')}"
    if chance.random() < 0.5:
        own = f"{one_of(chance, 'families')} {own}"
    return Company(f"{own} {one_of(chance, 'english_forms')}", "", False)


def person(chance: Random, chinese: bool) -> str:
    if chinese:
        return chance.choice(SURNAMES) + "".join(chance.choices(GIVEN, k=1 if chance.random() < 0.3 else 2))
    return f"{one_of(chance, 'forenames')} {one_of(chance, 'families')}"


def text(chance: Random) -> str:
    """What was said: one to three sentences."""
    return " ".join(_sentence(chance) for _one in range(chance.randint(1, 3)))


def _sentence(chance: Random) -> str:
    return one_of(chance, "said").format(a=one_of(chance, "about"), b=one_of(chance, "when"))


def one_of(chance: Random, kind: str) -> str:
    return chance.choice(WORDS[kind])
