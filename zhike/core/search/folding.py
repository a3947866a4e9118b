"""Text made comparable: width, case and accents folded, then parted into runs of Chinese and words."""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

# Scripts written without blanks between words: Han, Kana, Bopomofo, Hangul.
UNSPACED = (
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3038-\u303b\u3040-\u30ff\u3100-\u312f\u3130-\u318f\u31a0-\u31bf"
    "\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uffdc"
    "\U0001b000-\U0001b16f\U00020000-\U000323af"
)
_RUN = re.compile(rf"(?P<unspaced>[{UNSPACED}]+)|(?P<word>[^\W_{UNSPACED}]+)")
_IS_UNSPACED = re.compile(rf"[{UNSPACED}]")


class Run(NamedTuple):
    """A stretch of folded text: Chinese (or another unspaced script), or one word. `end - start` is its length."""

    text: str
    start: int
    end: int
    unspaced: bool


class _Folding(dict[int, str]):
    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_sign(chr(code))
        return folded


_FOLDING = _Folding()


def fold(text: str) -> str:
    """Full width to plain, capitals to small, é to e. Sign by sign, so that places in the text can be found again."""
    return text.lower() if text.isascii() else text.translate(_FOLDING)


def fold_with_places(text: str) -> tuple[str, list[int]]:
    """The folded text, and for each of its signs (and its end) the place in `text` which it came from."""
    pieces = [_FOLDING[ord(sign)] for sign in text]
    places = [place for place, piece in enumerate(pieces) for _sign in piece]
    return "".join(pieces), [*places, len(text)]


def runs(folded: str) -> Iterator[Run]:
    """The runs of folded text in order; what stands between (blanks, signs, emoji) belongs to none."""
    for found in _RUN.finditer(folded):
        yield Run(found.group(), found.start(), found.end(), found.lastgroup == "unspaced")


def stretches(folded: str) -> list[tuple[str, str]]:
    """The same as (unspaced text, "") or ("", word), without places."""
    return _RUN.findall(folded)


def _fold_sign(sign: str) -> str:
    if sign.isascii():
        return sign.lower()
    parts = unicodedata.normalize("NFKD", sign)
    if _IS_UNSPACED.match(parts[:1]) or _IS_UNSPACED.match(sign):
        return unicodedata.normalize("NFKC", sign)
    plain = "".join(part for part in parts if unicodedata.category(part) != "Mn")
    return unicodedata.normalize("NFKD", plain.casefold()).replace("\u0307", "")
