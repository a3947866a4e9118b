"""What goes into the ledger in both languages, where all that it is made of stands in both."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.utils.translation import override

from zhike.agreements.twins.models import Twin
from zhike.agreements.twins.said import Said
from zhike.core.base.languages import language_for, other_than


def in_both(contact: Any, write: Callable[[], str], made_of: Iterable[Said]) -> dict[str, str]:
    """`text` as `write` gives it in their language, `twin` in the other one with which of both `prevails`; the twin is
    empty where something that it is `made_of` stands in one language only.
    """
    theirs = language_for(contact)
    parts = list(made_of)
    with override(theirs):
        text = write()
    if not all(one.other for one in parts):
        return {"text": text, "twin": "", "prevails": ""}
    with override(other_than(theirs)):
        twin = write()
    counts = {one.counts for one in parts}
    prevails = counts.pop() if len(counts) == 1 else ""
    return (
        {"text": text, "twin": twin, "prevails": prevails}
        if twin != text
        else {"text": text, "twin": "", "prevails": ""}
    )


def keep_beside(record: Any, said: Mapping[str, Mapping[str, str]], *, by: Any) -> None:
    """What `in_both` gave of these texts of the record, whose first wordings it has: the other ones are their twins. In
    the transaction of the verb that made it.
    """
    told = {name: both for name, both in said.items() if getattr(record, name) and both["twin"]}
    Twin.objects.on(record).filter(key__in=told).delete()
    pairs = ((name, getattr(record, name), both["twin"], both["prevails"]) for name, both in told.items())
    Twin.objects.pair(record, pairs, by=by)
