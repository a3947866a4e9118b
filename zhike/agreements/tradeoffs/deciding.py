"""What a choice puts into the ledger."""

from functools import partial
from typing import Any

from django.utils.translation import gettext, override

from zhike.agreements.choices import Side
from zhike.agreements.models import Decision
from zhike.agreements.twins.both import in_both, keep_beside
from zhike.agreements.twins.spoken import spoken
from zhike.core.base.languages import language_for
from zhike.core.ui.dates import dated_words


def note_choice(tradeoff: Any, way: Any, *, by: Any, contact: Any, how: str, words: str) -> Any:
    """A decision of theirs, in their language: the way with scope, day, price and what follows; the others beside. What
    they could read in the other language stands there too.
    """
    told = spoken(tradeoff)
    read = told.of(way)
    said = in_both(contact, partial(in_words, read), read.say_of())
    others = told.all_of(tradeoff.ways.exclude(pk=way.pk))
    beside = {
        "question": in_both(contact, lambda: str(told.title), told.say_of("title")),
        "reason": in_both(contact, lambda: str(told.because), told.say_of("because")),
        "alternatives": in_both(contact, lambda: "\n".join(map(str, others)), [one.say("title") for one in others]),
    }
    with override(language_for(contact)):
        asked = {"quote": told.wish} | {name: both["text"] for name, both in beside.items()}
    entry = Decision.objects.add(
        by=by, client=tradeoff.client, side=Side.THEM, contact=contact, person=tradeoff.owner, owner=tradeoff.owner,
        **said, **asked,
        source_text=tradeoff.reference, source_type=tradeoff._meta.label_lower, source_id=tradeoff.pk,
    )  # fmt: skip
    keep_beside(entry, beside, by=by)
    entry.confirm(by=by, contact=contact, how=how, words=words)
    return entry


def in_words(way: Any) -> str:
    """All that it says, a line each, in the language that is active."""
    day = gettext("Done by %(day)s") % {"day": dated_words(way.on)} if way.on else ""
    price = gettext("Price: %(price)s") % {"price": way.price} if way.price else ""
    follows = gettext("What follows: %(words)s") % {"words": way.consequences}
    return "\n".join(filter(None, (way.title, way.scope, day, price, follows)))
