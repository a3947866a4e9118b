"""How unclear requirements were when they were heard, in four bands."""

from typing import Any

from django.db.models import Case, CharField, Q, Value, When
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.core.resources.filters import Filter
from zhike.core.resources.reader import Reader
from zhike.domains.requirements.ambiguity import UNCLEAR

HALF, HIGH = UNCLEAR // 2, 60
BANDS: dict[str, tuple[int, int, str | Promise]] = {  # name: from, up to, words
    "clear": (0, 0, pgettext_lazy("ambiguity", "Nothing open")),
    "rather": (1, HALF - 1, _("Rather clear (below %(score)d)")),
    "some": (HALF, UNCLEAR - 1, _("Something open (below %(score)d)")),
    "unclear": (UNCLEAR, HIGH - 1, _("Unclear (below %(score)d)")),
    "very": (HIGH, 100, _("Very unclear")),
}


def words_of(name: str) -> str:
    _low, high, words = BANDS[name]
    return str(words) % {"score": high + 1} if "%" in str(words) else str(words)


def band(path: str) -> Any:
    """The name of the band in which the score at `path` lies, for a query."""
    cases = [When(_within(path, name), then=Value(name)) for name in BANDS]
    return Case(*cases, output_field=CharField())


def by_band(path: str) -> Filter:
    """Lists by the band of the score at `path`."""

    def condition(values: list[str], _reader: Reader) -> Q:
        found = Q(pk__in=[])
        for name in values:
            found |= _within(path, name) if name in BANDS else Q()
        return found

    return Filter(
        "heard_as", _("How clear when heard"), condition, lambda _r: [(name, words_of(name)) for name in BANDS]
    )


def _within(path: str, name: str) -> Q:
    low, high, _words = BANDS[name]
    return Q(**{f"{path}__gte": low, f"{path}__lte": high})
