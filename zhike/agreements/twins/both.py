"""What goes into the ledger in both languages, where all that it is made of stands in both."""

from collections.abc import Callable, Iterable
from typing import Any

from django.utils.translation import override

from zhike.agreements.twins.said import Said
from zhike.core.base.languages import LANGUAGES, language_for


def in_both(contact: Any, write: Callable[[], str], made_of: Iterable[Said]) -> dict[str, str]:
    """`text` as `write` gives it in their language, `twin` in the other one with which of both `prevails`; the twin is
    empty where something that it is `made_of` stands in one language only.
    """
    theirs = language_for(contact)
    parts = list(made_of)
    with override(theirs):
        text = write()
    if not parts or not all(one.other for one in parts):
        return {"text": text, "twin": "", "prevails": ""}
    with override(next(one for one in LANGUAGES.values() if one != theirs)):
        twin = write()
    counts = {one.counts for one in parts}
    prevails = counts.pop() if len(counts) == 1 else ""
    return (
        {"text": text, "twin": twin, "prevails": prevails}
        if twin != text
        else {"text": text, "twin": "", "prevails": ""}
    )
