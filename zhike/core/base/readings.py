"""How Chinese characters are read aloud, as toneless pinyin: in context, and in every way."""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from zhike.core.base.surnames import READINGS

_LONGEST_PHRASE = 4
_LONGEST_PERSON = 4
_LONGEST_END = 8


def usual(signs: Sequence[str]) -> list[str]:
    """One syllable for each character: a family name's own reading, else that of the longest known phrase."""
    text = "".join(signs)
    first = READINGS.get(text[:2]) or (READINGS.get(text[:1]) if 1 < len(text) <= _LONGEST_PERSON else None) or ()
    found = [*first]
    while len(text) - len(found) > _LONGEST_END:
        found += _phrase_at(text, len(found))
    return [*found, *_onward(text[len(found) :])]


@lru_cache(maxsize=32_768)
def _onward(text: str) -> tuple[str, ...]:
    """What stands before does not count: so the ends which many firms' names share are read once."""
    if not text:
        return ()
    phrase = _phrase_at(text, 0)
    return (*phrase, *_onward(text[len(phrase) :]))


@lru_cache(maxsize=32_768)
def of_sign(sign: str) -> tuple[str, ...]:
    """All readings of one character, the commonest first; the character itself when none is known."""
    written = _known()[1].get(ord(sign), "")
    found = [spelt for reading in written.split(",") if reading for spelt in spellings(_toneless(reading))]
    return tuple(dict.fromkeys(found)) or (sign,)


def spellings(syllable: str) -> tuple[str, ...]:
    """ü as v, yu and u: all three are typed."""
    return (syllable, syllable.replace("v", "yu"), syllable.replace("v", "u")) if "v" in syllable else (syllable,)


@lru_cache(maxsize=1)
def _known() -> tuple[dict[str, list[list[str]]], dict[int, str]]:
    """Phrases and single characters. They take half a second to load: a command that reads no Chinese goes without."""
    from pypinyin.constants import PHRASES_DICT, PINYIN_DICT

    return PHRASES_DICT, PINYIN_DICT


def load() -> None:
    """Now, so that nobody's page waits for it."""
    _beginnings()


def _phrase_at(text: str, place: int) -> Sequence[str]:
    if text[place : place + 2] in _beginnings():
        phrases = _known()[0]
        for length in range(min(_LONGEST_PHRASE, len(text) - place), 1, -1):
            if text[place : place + length] in phrases:
                return _of_phrase(text[place : place + length])
    return of_sign(text[place])[:1]


@lru_cache(maxsize=1)
def _beginnings() -> frozenset[str]:
    """The first two characters of each known phrase: most pairs begin none."""
    return frozenset(phrase[:2] for phrase in _known()[0])


@lru_cache(maxsize=32_768)
def _of_phrase(phrase: str) -> tuple[str, ...]:
    return tuple(_toneless(syllable[0]) for syllable in _known()[0][phrase])


def _toneless(syllable: str) -> str:
    """lǚ → lv, zhòng → zhong: the mark over ü stays a letter, those of the tones go."""
    parts = unicodedata.normalize("NFD", syllable).replace("u\u0308", "v")
    return "".join(part for part in parts if part.isalpha())
