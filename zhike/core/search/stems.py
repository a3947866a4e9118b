"""English stems, asked of PostgreSQL once a word, so that a whole vector can be written here and copied in.

The vector is the one that VECTOR_SQL makes of the same document.
"""

from collections.abc import Collection, Mapping

from django.db import connection

from zhike.core.search.tokens import MOST_WORD, WEIGHTS, Document

MOST_KEPT = 50_000
MOST_WORDS = 200
MOST_PLACE = 10_000
ASK = "select word, (ts_lexize('english_stem', word))[1] from unnest(%s::text[]) word"

_kept: dict[str, str | None] = {}


def stems_of(words: Collection[str]) -> Mapping[str, str | None]:
    """The stem of each word, None of one that is too common to be kept."""
    if unknown := [word for word in words if word not in _kept]:
        if len(_kept) + len(unknown) > MOST_KEPT:
            _kept.clear()
            unknown = list(words)
        with connection.cursor() as cursor:
            cursor.execute(ASK, [unknown])
            _kept.update(cursor.fetchall())
    return _kept


def vector_of(said: Document, stems: Mapping[str, str | None]) -> str | None:
    """The document as the text of a tsvector; None where only PostgreSQL keeps its limits (long texts, long words)."""
    found, last = [], said.last
    for text, weight in zip(said.english, WEIGHTS, strict=True):
        words = text.split()
        if len(words) > MOST_WORDS or last > MOST_PLACE or any(len(word) > MOST_WORD for word in words):
            return None
        kept = [(place, stem) for place, word in enumerate(words, last + 1) if (stem := stems[word])]
        found += [f"'{stem}':{place}{weight}" for place, stem in kept]
        last = kept[-1][0] if kept else last
    return " ".join([said.literal, *found])
