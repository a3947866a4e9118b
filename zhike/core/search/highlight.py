"""Why something was found: the text with the found places marked, or an excerpt around the first of them."""

import re
from collections.abc import Iterable, Iterator

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from zhike.core.base.people import pinyin_readings
from zhike.core.search.folding import Run, fold, fold_with_places, runs
from zhike.core.search.tokens import MOST_QUERY

Span = tuple[int, int]
_LEAD = 40
_LOOKED_THROUGH = 50_000
_ENDINGS = re.compile(r"(?:ations?|ings?|ies|ied|ers?|ed|es|ly|s|e|y)$")
_BREAK = re.compile(r"\s")


def highlight(text: str, typed: str, *, width: int = 0, name: bool = False) -> SafeString:
    """`text` escaped, with <mark> around what `typed` finds in it.

    With `width` only about so many signs, from shortly before the first hit on. With `name` Chinese is marked by
    pinyin and initials too. English stems are approximated by their endings.
    """
    text = text[:_LOOKED_THROUGH]
    found = spans(text, typed, name=name)
    start, end = _window(text, found, width)
    pieces, place = ["…" if start else ""], start
    for first, last in found:
        if first >= start and last <= end:
            pieces += [escape(text[place:first]), "<mark>", escape(text[first:last]), "</mark>"]
            place = last
    pieces += [escape(text[place:end]), "…" if end < len(text) else ""]
    return mark_safe("".join(pieces))


def spans(text: str, typed: str, *, name: bool = False) -> list[Span]:
    """Places (start, end) of `text` which `typed` finds, in order and without overlap."""
    folded, places = fold_with_places(text)
    asked = fold(typed[:MOST_QUERY])
    hits = set(_digit_hits(folded, asked))
    words = list(runs(folded))
    for wanted in runs(asked):
        if wanted.unspaced:
            hits |= {found.span() for found in re.finditer(re.escape(wanted.text), folded)}
        else:
            hits |= set(_word_hits(words, wanted.text))
            hits |= set(_pinyin_hits(words, re.sub(r"[^a-z]", "", wanted.text))) if name else set()
    return _merged((places[start], _end(places, end)) for start, end in hits)


def _word_hits(words: list[Run], wanted: str) -> Iterator[Span]:
    stem = _stem(wanted)
    for word in words:
        if word.unspaced:
            continue
        if word.text.startswith(wanted):
            yield word.start, word.start + len(wanted)
        elif stem and _stem(word.text) == stem:
            yield word.start, word.end


def _digit_hits(folded: str, asked: str) -> Iterator[Span]:
    """Three digits or more, also where the text has blanks or dashes between them."""
    if re.fullmatch(r"\+?[\d\s().-]+", asked):
        asked = re.sub(r"\D", "", asked)
    for digits in re.findall(r"[0-9]{3,}", asked):
        yield from (found.span() for found in re.finditer(r"[ ().-]{0,2}".join(digits), folded))


def _pinyin_hits(words: list[Run], wanted: str) -> Iterator[Span]:
    for run in words:
        if not run.unspaced or not wanted:
            continue
        for reading in pinyin_readings(run.text) if len(run.text) <= 40 else ():
            if len(reading) == len(run.text):
                yield from ((run.start + start, run.start + end) for start, end in _spelt(reading, wanted))


def _spelt(reading: tuple[str, ...], wanted: str) -> Iterator[Span]:
    """Stretches of syllables that `wanted` spells out (the last perhaps only begun), or gives the initials of."""
    initials = "".join(syllable[0] for syllable in reading)
    for start in range(len(reading)):
        if len(wanted) > 1 and initials.startswith(wanted, start):
            yield start, start + len(wanted)
        rest, end = wanted, start
        while rest and end < len(reading) and rest.startswith(reading[end]):
            rest, end = rest[len(reading[end]) :], end + 1
        begun = bool(rest) and end < len(reading) and reading[end].startswith(rest)
        if not rest or begun:
            yield start, end + begun


def _stem(word: str) -> str:
    stem = _ENDINGS.sub("", word)
    if len(stem) < 3:
        return ""
    return stem[:-1] if stem[-1] == stem[-2] else stem


def _end(places: list[int], end: int) -> int:
    """Where the last sign of a hit ends in the text; one sign may have folded to several."""
    last = places[end - 1]
    return next((place for place in places[end:] if place > last), places[-1])


def _merged(found: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in sorted(found):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _window(text: str, found: list[Span], width: int) -> Span:
    if not width or len(text) <= width:
        return 0, len(text)
    first = found[0] if found else (0, 0)
    start = max(0, min(first[0] - min(_LEAD, width // 4), len(text) - width))
    if start and (blank := _BREAK.search(text, start, first[0])):
        start = blank.end()
    return start, min(len(text), max(start + width, first[1]))
