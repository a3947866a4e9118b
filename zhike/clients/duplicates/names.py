"""Names of firms and people made comparable: what is left is what tells one from another. Pure.

"杭州晴川医疗科技有限公司" and "杭州晴川医疗科技（集团）股份有限公司" have one core, and so have "ACME Co., Ltd."
and "Acme Inc".
"""

import re
import unicodedata
from functools import lru_cache

from zhike.core.base import people, readings

_LATIN_FORMS = (
    "co", "company", "ltd", "limited", "inc", "incorporated", "corp", "corporation", "llc", "llp", "lp", "plc", "pllc",
    "gmbh", "mbh", "ag", "kg", "kgaa", "ohg", "ug", "ev", "sa", "sas", "sarl", "sl", "srl", "spa", "bv", "nv", "vof",
    "oy", "oyj", "ab", "as", "asa", "aps", "pty", "pte", "sdn", "bhd", "kk", "ltda", "kft", "zrt", "sro", "sp z o o",
    "group", "holding", "holdings", "and co",
)  # fmt: skip
_CHINESE_FORMS = (
    "有限责任公司", "股份有限公司", "有限公司", "股份公司", "总公司", "分公司", "责任公司", "公司", "集团", "股份",
    "控股", "有限", "有限責任公司", "總公司", "責任公司", "集團", "株式会社", "有限会社", "合同会社",
)  # fmt: skip
_LAST = tuple(f" {form}" for form in sorted(_LATIN_FORMS, key=len, reverse=True))
_LAST_CHINESE = tuple(sorted(_CHINESE_FORMS, key=len, reverse=True))
_FIRST_JAPANESE = ("株式会社", "有限会社", "合同会社")
_ACCENTS = re.compile(r"[\u0300-\u036f]")
_DOTS = re.compile(r"(?<=\b\w)\.(?=\w\b)|['’`.]")
_SIGNS = re.compile(r"[^\w+#]+|_+")


@lru_cache(maxsize=16_384)
def core(name: str) -> str:
    """The name without width, case, accents, blanks, signs and legal form; of nothing but a legal form the whole."""
    words = plain(name)
    left = words
    while (shorter := _shorter(left)) != left:
        left = shorter
    return (left or words).replace(" ", "")


def plain(name: str) -> str:
    """Lower case and half width, words parted by single blanks: `A.B. Café & Söhne` is `ab cafe and sohne`."""
    said = unicodedata.normalize("NFKC", name).casefold().replace("&", " and ")
    if not said.isascii():
        said = unicodedata.normalize("NFC", _ACCENTS.sub("", unicodedata.normalize("NFD", said)))
    return _SIGNS.sub(" ", _DOTS.sub("", said)).strip()


def _shorter(left: str) -> str:
    """Without one legal form, the longest that fits; the same when there is none, or nothing else."""
    whole = f" {left}"
    for forms in (_LAST, _LAST_CHINESE):
        if whole.endswith(forms) and (cut := whole.removesuffix(next(filter(whole.endswith, forms))).strip()):
            return cut
    if left.startswith(_FIRST_JAPANESE):
        return left[len(_FIRST_JAPANESE[0]) :].strip() or left
    return left


@lru_cache(maxsize=16_384)
def sound(name: str) -> str:
    """How a person's name sounds, whatever comes first: 陈岚, 陳嵐, Chen Lan and Lan Chen are one."""
    if people.is_chinese(name):
        parts = people.split(name)
        words = [_spelt(part) for part in (parts.family, parts.given) if part]
    else:
        words = plain(name).split()
    return " ".join(sorted(words)) if len(words) > 1 else ""


@lru_cache(maxsize=16_384)
def firm_sound(name: str) -> str:
    """The core of a Chinese firm's name as it is read, alike in both scripts; empty for others."""
    said = core(name)
    return _spelt(said) if len(people.chinese_signs(said)) > 2 else ""


def _spelt(text: str) -> str:
    return "".join(readings.usual(text))
