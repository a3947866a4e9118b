"""What gives a person away in a text: patterns for PostgreSQL and Python alike, and what stands in their place."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import phonenumbers
from django.utils.translation import gettext as _

from zhike.clients.models import Contact
from zhike.core.record.events import EDITED
from zhike.core.timeline.models import Event

GAP = "[ .()/-]*"
SHORTEST = 2  # signs of a name; less is in every text
DOTS = "…"
NAMES, WAYS, CALLED = ("name",), ("phones", "emails", "wechat"), ("form_of_address",)


@dataclass(frozen=True)
class Traces:
    """`ways` are phones, e-mails and WeChat IDs: nobody else has them. Another person may have the same name."""

    names: tuple[str, ...] = ()
    ways: tuple[str, ...] = ()
    called: tuple[str, ...] = ()
    word: str = field(default_factory=lambda: neutral())

    @cached_property
    def pattern(self) -> str:
        """For PostgreSQL's ~* and Python's re, whatever the case; empty when there is nothing to look for."""
        return "|".join((*self._ways, *map(_name, (*self.names, *self.called))))

    @cached_property
    def sure(self) -> re.Pattern[str]:
        """Ways and names, without how the person is called at home."""
        return re.compile("|".join((*self._ways, *map(_name, self.names))) or r"(?!)", re.IGNORECASE)

    @cached_property
    def _ways(self) -> tuple[str, ...]:
        return tuple(_way(one) for one in self.ways)

    def redacted(self, value: Any) -> Any:
        """The same text, list or object without traces: a name becomes the neutral word, a number dots."""
        if isinstance(value, str):
            return self._without(value)
        if isinstance(value, list):
            return [self.redacted(one) for one in value if not (isinstance(one, str) and self._is_way(one))]
        if isinstance(value, dict):
            return {self._without(str(name)): self.redacted(one) for name, one in value.items()}
        return value

    def _without(self, text: str) -> str:
        for pattern, word in ((self._any_way, DOTS), (self._any_name, self.word)):
            text = pattern.sub(word, text)
        return text

    def _is_way(self, text: str) -> bool:
        return bool(self._any_way.fullmatch(text.strip()))

    @cached_property
    def _any_way(self) -> re.Pattern[str]:
        return re.compile("|".join(self._ways) or r"(?!)", re.IGNORECASE)

    @cached_property
    def _any_name(self) -> re.Pattern[str]:
        longest = sorted((*self.names, *self.called), key=len, reverse=True)
        return re.compile("|".join(map(_name, longest)) or r"(?!)", re.IGNORECASE)


def neutral() -> str:
    """What stands where the name stood."""
    return _("Erased person")


def traces_of(people: Iterable[Contact]) -> Traces:
    """Of a contact and those merged into it: what stands, and what stood there before it was edited."""
    found: dict[str, dict[str, None]] = {name: {} for name in (*NAMES, *WAYS, *CALLED)}
    people = list(people)
    for name, value in _said(people):
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, str) and len(one.strip()) >= SHORTEST:
                found[name][one.strip()] = None
    word = neutral()

    def of(fields: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(one for name in fields for one in found[name] if one != word)

    return Traces(of(NAMES), of(WAYS), of(CALLED), word)


def _said(people: list[Contact]) -> Iterable[tuple[str, Any]]:
    fields = (*NAMES, *WAYS, *CALLED)
    for one in people:
        yield from ((name, getattr(one, name)) for name in fields)
    edits = Event.objects.filter(
        kind=str(EDITED), record_type=Contact._meta.label_lower, record_id__in=[one.pk for one in people]
    )
    for facts in edits.values_list("facts", flat=True):
        for name, values in facts.get("changed", {}).items():
            if name in fields:
                yield from ((name, value) for value in values)


def _name(name: str) -> str:
    """Whole words in Latin script; Chinese has no gaps between words."""
    said = r"\s+".join(re.escape(part) for part in name.split())
    return rf"(?<!\w){said}(?!\w)" if name.isascii() else said


def _way(way: str) -> str:
    try:
        number = phonenumbers.parse(way.partition(";")[0])
    except phonenumbers.NumberParseException:
        return rf"(?<![\w.]){re.escape(way)}(?!\w)"
    digits = GAP.join(str(number.national_number))
    return rf"(?<![0-9])(?:(?:\+|00)?{number.country_code}{GAP})?0?{digits}(?![0-9])"
