"""A document made of a record's parts. Needs no database, so that another process can make it too."""

from collections.abc import Sequence

from zhike.core.search.folding import fold, stretches
from zhike.core.search.tokens import Document, Kind, Weight, document

LONGEST_EXACT = 80

Parts = Sequence[tuple[str, Weight, Kind]]


def made_of(parts: Parts) -> Document:
    """The tokens of all parts, and of each name as a whole."""
    made = document(*parts)
    names = {exact(text) for text, _weight, kind in parts if kind == "name"}
    whole = "".join([f" '{token}':1A" for token in names if len(token) > 1])
    return Document(made.literal + whole, made.english, made.last or int(bool(whole)))


def exact(name: str) -> str:
    """The token of a whole name, found by who types just that."""
    folded = fold(name[:LONGEST_EXACT])
    plain = folded if folded.isalnum() else "".join([unspaced or word for unspaced, word in stretches(folded)])
    return f"={plain}"
