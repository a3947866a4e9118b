"""Names of people: which part is the family's, how one addresses them, how their names are read aloud."""

import re
from functools import lru_cache
from itertools import chain, islice, product
from math import prod
from typing import NamedTuple

from django.utils.translation import gettext as _

from zhike.core.base import readings
from zhike.core.base.surnames import COMPOUND

MOST_READINGS = 24
MOST_OF_LONG = 8
_LONGEST_PERSON = 4
_HAN = re.compile(r"[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af]")
_HAN_NAME = re.compile(rf"(?:{_HAN.pattern}|[·•\s])+")
_TITLE = re.compile(r"^(?:(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame)\.?\s+)+", re.IGNORECASE)
_SUFFIX = re.compile(r",?\s+(?:jr|sr|ii|iii|iv|phd|ph\.d|mba|md|esq)\.?$", re.IGNORECASE)
_PARTICLES = re.compile(r"van|von|der?|den|del|della|d[iao]s?|du|la|le|ter|ten|bin|ibn|al|el|zur?", re.IGNORECASE)
_RANKS = (
    (r"董事长|董事長", "董"),
    (r"总经理|總經理|总裁|總裁|总监|總監|创始人|合伙人|副总|老板|chief|founder|president|director|\bc[a-z]o\b", "总"),
    (r"总(?:工程师|工)", "总工"),
    (r"经理|經理|manager", "经理"),
    (r"教授|professor", "教授"),
    (r"老师|老師|讲师|teacher|lecturer", "老师"),
    (r"医生|医师|doctor|physician", "医生"),
    (r"律师|lawyer|attorney", "律师"),
    (r"主任", "主任"),
    (r"局长|處長|处长|科长|校长|院长|部长|书记", ""),
    (r"工程师|engineer", "工"),
)


class Name(NamedTuple):
    """A name in its two parts; `given` may be empty."""

    family: str
    given: str


def is_chinese(name: str) -> bool:
    """Whether it is written in Chinese characters alone."""
    return bool(_HAN.search(name)) and bool(_HAN_NAME.fullmatch(name.strip()))


def chinese_signs(text: str) -> list[str]:
    return _HAN.findall(text)


@lru_cache(maxsize=16_384)
def split(name: str) -> Name:
    """陈岚 → 陈, 岚; 欧阳娜娜 → 欧阳, 娜娜; "Clara van Dijk" → "van Dijk", "Clara"; "Dijk, Clara" likewise."""
    name = " ".join(name.split())
    return _split_chinese(name) if is_chinese(name) else _split_western(_SUFFIX.sub("", _TITLE.sub("", name)))


def form_of_address(name: str, role: str = "", gender: str = "") -> str:
    """What one says: 陈总 by the role, 陈女士 by the gender ("f", "m"), "Ms Chen", else the name itself."""
    family, given = split(name)
    if not is_chinese(name):
        return _western_address(name, family, gender)
    if "·" in name or not given:
        return name
    return family + (_rank(role) or {"f": "女士", "m": "先生"}.get(gender[:1].lower(), given))


def forms_of_address(name: str, role: str = "", gender: str = "") -> list[str]:
    """What to offer for choosing, the likeliest first."""
    family, given = split(name)
    first = form_of_address(name, role, gender)
    if is_chinese(name) and "·" not in name:
        others = [family + title for title in ("总", "经理", "老师", "先生", "女士", "工")] + [
            "老" + family,
            "小" + family,
        ]
    else:
        others = [_("Ms %(family)s") % {"family": family}, _("Mr %(family)s") % {"family": family}, given, name]
    return list(dict.fromkeys(form for form in [first, *others] if form))


def initials(name: str) -> str:
    """One or two signs for a small picture: 林 for 林娜, LL for Lena Lin."""
    if _HAN.match(name.strip()):
        return name.strip()[0]
    words = re.findall(r"[^\W_]+", name)
    return "".join(word[0] for word in (words[:1] + words[-1:] if len(words) > 1 else words)).upper()


@lru_cache(maxsize=16_384)
def pinyin_readings(name: str) -> tuple[tuple[str, ...], ...]:
    """Every way to read the Chinese characters of a name, as toneless syllables; the usual way first.

    曾国藩 → (("zeng", "guo", "fan"), ("ceng", "guo", "fan")). ü is given as v, yu and u. At most 24 ways; of names
    longer than a person's 8, each character's next reading in turn with the usual ones of the others.
    """
    signs = chinese_signs(name)
    usual = readings.usual(signs)
    choices = [_readings_of(sign, first) for sign, first in zip(signs, usual, strict=True)]
    if not choices:
        return ()
    if len(choices) <= _LONGEST_PERSON and prod(map(len, choices)) <= MOST_READINGS:
        return tuple(product(*choices))
    varied = (
        (*usual[:place], other, *usual[place + 1 :]) for place, choice in enumerate(choices) for other in choice[1:2]
    )
    return tuple(islice(chain([tuple(usual)], varied), MOST_OF_LONG))


@lru_cache(maxsize=16_384)
def _readings_of(sign: str, first: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*readings.spellings(first), *readings.of_sign(sign))))


def usual_reading(name: str) -> tuple[str, ...]:
    """The first of `pinyin_readings`, without looking for the others; empty without Chinese characters."""
    return tuple(readings.usual(chinese_signs(name)))


def _split_chinese(name: str) -> Name:
    if "·" in name or "•" in name:
        return Name(name, "")
    first, _blank, rest = name.partition(" ")
    if rest:
        return Name(first, rest.replace(" ", ""))
    length = 2 if name[:2] in COMPOUND and len(name) > 1 else 1
    return Name(name[:length], name[length:])


def _split_western(name: str) -> Name:
    family, comma, given = (part.strip() for part in name.partition(","))
    if comma and family and given:
        return Name(family, given)
    words = name.split()
    start = max(len(words) - 1, 0)
    while start > 1 and _PARTICLES.fullmatch(words[start - 1]):
        start -= 1
    return Name(" ".join(words[start:]), " ".join(words[:start]))


def _western_address(name: str, family: str, gender: str) -> str:
    match gender[:1].lower():
        case "f":
            return _("Ms %(family)s") % {"family": family}
        case "m":
            return _("Mr %(family)s") % {"family": family}
    return name


def _rank(role: str) -> str:
    for pattern, title in _RANKS:
        if found := re.search(pattern, role, re.IGNORECASE):
            return title or found.group()
    return ""
