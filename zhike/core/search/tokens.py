"""Text to search tokens and typed words to a query, for PostgreSQL's tsvector and tsquery.

Chinese becomes overlapping two-character tokens, a query the phrase of them: exactly a substring search. The last
character of a run stands alone, so that one-character queries find it as a prefix. Words are kept as written, small and
without accents, and once more as English stems, which PostgreSQL makes. Names are also found by pinyin ("~zengguofan",
with each reading and the initials, from each syllable on), telephone numbers by any of their digits, references
as CL-12.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from itertools import accumulate
from typing import Literal, NamedTuple

from zhike.core.base import phones
from zhike.core.base.people import pinyin_readings, usual_reading
from zhike.core.search.folding import Run, fold, runs, stretches

Weight = Literal["A", "B", "C", "D"]
Kind = Literal["text", "name", "phone"]
WEIGHTS: tuple[Weight, ...] = ("A", "B", "C", "D")
VECTOR_SQL = "(%s::tsvector" + "".join(f" || setweight(to_tsvector('english', %s), '{w}')" for w in WEIGHTS) + ")"

# PostgreSQL allows 1 MB a vector, places to 16,383, 2 KB a lexeme: these keep clear of all three.
MOST_SIGNS = 50_000
MOST_PLACES = 16_000
_BEYOND = 16_383
_MOST_PLACES_WRITTEN = 1_500  # signs; PostgreSQL keeps 256 places
MOST_WORD = 100
MOST_QUERY = 200
_SYLLABLES = 6
_SHORT = 40
_LONG_NAME = 6
_LEGAL_FORM = re.compile(r"(?:股份|责任)?有限(?:责任)?公司.*$|集团$")
_REFERENCE = re.compile(r"(?<![\w-])[a-z]{2}-\d{1,12}(?![\w-])")
_LETTER = re.compile(r"[a-z]")
_ENGLISH = re.compile(r"[a-z]+")
_LATIN_WORD = re.compile(r"[a-z0-9]+")
_DIALLED = re.compile(r"\+?[\d\s().-]+")


class Part(NamedTuple):
    """One piece of a document. `kind` "name" adds pinyin, "phone" any run of its digits."""

    text: str
    weight: Weight = "D"
    kind: Kind = "text"


class Document(NamedTuple):
    """What VECTOR_SQL takes: `cursor.execute(f"insert … values ({VECTOR_SQL})", document.params)`.

    `last` is the highest place in the literal.
    """

    literal: str
    english: tuple[str, str, str, str]
    last: int = 0

    @property
    def params(self) -> tuple[str, ...]:
        """The five parameters of VECTOR_SQL."""
        return (self.literal, *self.english)


# Tokens that take up a place each, and those that stand beside the last of them.
Stretch = tuple[Collection[str], Collection[str]]


class Query(NamedTuple):
    """An SQL expression of type tsquery with its parameters; false when nothing in it can be searched for."""

    sql: str
    params: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.sql)


def document(*parts: tuple[str, Weight, Kind]) -> Document:
    """The tokens of all parts. Signs after the first 50,000 are not indexed."""
    lexemes: dict[str, str] = {}
    english: dict[str, list[str]] = {weight: [] for weight in WEIGHTS}
    place, last, left = 1, 0, MOST_SIGNS
    for text, weight, kind in parts:
        folded = fold(text[:left])[:left]
        left -= len(folded)
        at = _AT[weight]
        found, words = (_common_pieces if kind == "text" and _is_common(folded) else _pieces)(folded, kind)
        for tokens, beside in found:
            for token in tokens:
                if token in lexemes:
                    _put_again(lexemes, token, at[place])
                else:
                    lexemes[token] = at[place]
                place += 1
            if beside:
                _put_beside(lexemes, beside, at[place])
            last = place if beside else place - 1 if tokens else last
        english[weight] += words
        place += 1
    literal = " ".join([f"'{token}':{places}" for token, places in lexemes.items()])
    a, b, c, d = (" ".join(english[weight]) for weight in WEIGHTS)
    return Document(literal, (a, b, c, d), last if last < MOST_PLACES else _BEYOND)


def _put_beside(lexemes: dict[str, str], tokens: Collection[str], at: str) -> None:
    if lexemes.keys().isdisjoint(tokens):
        lexemes.update(dict.fromkeys(tokens, at))
        return
    for token in tokens:
        if token in lexemes:
            _put_again(lexemes, token, at)
        else:
            lexemes[token] = at


def _put_again(lexemes: dict[str, str], token: str, at: str) -> None:
    if len(lexemes[token]) < _MOST_PLACES_WRITTEN:
        lexemes[token] += f",{at}"


class _Places(dict[int, str]):
    """How each place is written in a literal."""

    def __init__(self, weight: Weight) -> None:
        self.weight = weight

    def __missing__(self, place: int) -> str:
        written = f"{place if place < MOST_PLACES else _BEYOND}{self.weight}"
        if place < MOST_PLACES:
            self[place] = written
        return written


_AT = {weight: _Places(weight) for weight in WEIGHTS}


def query(text: str) -> Query:
    """Every word must be found; the last may be the beginning of one. Chinese is found exactly as typed."""
    folded = fold(text[:MOST_QUERY])
    terms = list(_terms(folded))
    if not terms:
        return Query("", ())
    sql = " && ".join(
        "(%s::tsquery || plainto_tsquery('english', %s))" if stem else "%s::tsquery" for _term, stem in terms
    )
    params = tuple(param for term, stem in terms for param in ((term, stem) if stem else (term,)))
    if whole := _dialled(folded):
        return Query(f"(({sql}) || %s::tsquery)", (*params, whole))
    return Query(f"({sql})", params)


def _pieces(folded: str, kind: Kind) -> tuple[list[Stretch], list[str]]:
    """The stretches of a text, and its English words."""
    if kind == "phone" and not _LETTER.search(folded):
        return [((), _digit_tokens(folded))], []
    if folded.isascii() and kind != "phone":
        return _latin_pieces(folded)
    found = stretches(folded)
    words = [word for _unspaced, word in found if word and _ENGLISH.fullmatch(word)]
    if kind == "phone":
        return [((), _digit_tokens(folded))], words
    made: list[Stretch] = [((), _REFERENCE.findall(folded))] if "-" in folded else []
    for unspaced, word in found:
        if word:
            made.append(((word[:MOST_WORD],), ()))
        else:
            pairs = [unspaced[i : i + 2] for i in range(len(unspaced))]
            made.append((pairs, _pinyin_tokens(unspaced) if kind == "name" else ()))
    return made, words


def _latin_pieces(folded: str) -> tuple[list[Stretch], list[str]]:
    """The same of a text without a sign outside ASCII."""
    found = _LATIN_WORD.findall(folded)
    tokens = found if len(folded) <= MOST_WORD else [word[:MOST_WORD] for word in found]
    references = [((), _REFERENCE.findall(folded))] if "-" in folded else []
    return [*references, (tokens, ())], [word for word in found if word.isalpha()]


# Cities, trades, tags: what stands in one record stands in many.
_common_pieces = lru_cache(maxsize=4_096)(_pieces)


def _is_common(folded: str) -> bool:
    return len(folded) <= _SHORT and folded.isalpha()


def _pinyin_tokens(name: str) -> tuple[str, ...]:
    """From each syllable on, spelt out and by initials: a prefix query then finds any part of the name.

    People's names in each reading; a company's in the usual one, up to the words for its legal form.
    """
    long = len(name) > _LONG_NAME
    readings = (usual_reading(name[:40]),) if long else pinyin_readings(name[:40])
    starts = len(_LEGAL_FORM.sub("", name)) if long else len(name)
    found: dict[str, None] = {}
    for reading in readings:
        spelt, initials = "".join(reading), "".join([syllable[0] for syllable in reading])
        begins = [0, *accumulate(map(len, reading))]
        for start in range(min(len(reading), starts)):
            end = min(start + _SYLLABLES, len(reading))
            found["~" + spelt[begins[start] : begins[end]]] = found["~" + initials[start:end]] = None
    return tuple(found)


def _digit_tokens(number: str) -> Collection[str]:
    """All endings of the digits, so that a prefix query finds digits anywhere in them."""
    ways = phones.digits(number[:MOST_WORD])
    return dict.fromkeys([digits[start:] for digits in ways for start in range(max(len(digits) - 2, 1))])


def _terms(folded: str) -> Iterator[tuple[str, str]]:
    """What must all be found, as pairs (tsquery, a word whose English stem will do instead)."""
    chunks = folded.split()
    for number, chunk in enumerate(chunks):
        if _REFERENCE.fullmatch(chunk):
            yield f"'{chunk}'", ""
            continue
        groups = list(_groups(runs(chunk)))
        for place, group in enumerate(groups):
            yield _term(group, last=number == len(chunks) - 1 and place == len(groups) - 1)


def _groups(found: Iterable[Run]) -> Iterator[list[Run]]:
    """Words which touch (as in acme.com) belong together; each stretch of Chinese is for itself."""
    words: list[Run] = []
    for run in found:
        if not run.unspaced:
            words.append(run)
            continue
        if words:
            yield words
        words = []
        yield [run]
    if words:
        yield words


def _term(group: list[Run], *, last: bool) -> tuple[str, str]:
    if group[0].unspaced:
        return _phrase(group[0].text), ""
    words = [run.text[:MOST_WORD] for run in group]
    joined = "".join(words)[:MOST_WORD]
    digits = joined.isdecimal() and len(joined) >= 3
    written = " <-> ".join(f"'{word}'" for word in words) + (":*" if last or (digits and len(words) == 1) else "")
    others = [f"'~{joined}':*"] if _ENGLISH.fullmatch(joined) else []
    others += [f"'{joined}':*"] if digits and len(words) > 1 else []
    stem = words[0] if len(words) == 1 and _ENGLISH.fullmatch(words[0]) else ""
    return " | ".join([f"({written})", *others]), stem


def _phrase(chinese: str) -> str:
    if len(chinese) == 1:
        return f"'{chinese}':*"
    return "(" + " <-> ".join(f"'{chinese[i : i + 2]}'" for i in range(len(chinese) - 1)) + ")"


def _dialled(folded: str) -> str:
    """A whole query which is a telephone number with blanks in it, as one run of digits."""
    if " " not in folded.strip() or not _DIALLED.fullmatch(folded):
        return ""
    digits = re.sub(r"[^0-9]", "", folded)
    return f"'{digits}':*" if len(digits) >= 5 else ""
