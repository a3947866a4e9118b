"""A record as its reader reads it: its texts come in their language, everything else as it is."""

from dataclasses import replace
from typing import Any

from django.utils.translation import gettext

from zhike.agreements.twins.comparing import languages_of
from zhike.agreements.twins.models import Twin
from zhike.agreements.twins.said import Said, said, said_of
from zhike.agreements.twins.twinned import OWN, Twinned, key_of, words_in


class Spoken:
    """`one.title` reads as the reader reads it, `one.wordings.title` has both. Rows beneath it come by `of`."""

    def __init__(self, row: Any, names: tuple[str, ...], record: Any, twins: dict[str, Any]) -> None:
        self._row, self._names, self._record, self._twins = row, names, record, twins

    def __getattr__(self, name: str) -> Any:
        if name in self._names:
            return self.say(name).first
        value = getattr(self._row, name)
        return self.of(value) if _is_beneath(self._record, value) else value

    def __str__(self) -> str:
        return next((one.first for one in self.called_by()), str(self._row))

    def __eq__(self, other: object) -> bool:
        return bool(self._row == getattr(other, "_row", other))

    def __hash__(self) -> int:
        return hash(self._row)

    @property
    def wordings(self) -> dict[str, Said]:
        """Both of each, by the name of its field."""
        return {name: self.say(name) for name in self._names}

    def say(self, name: str) -> Said:
        """In the language that is active now."""
        return said_of(self.original(name), self._twins.get(key_of(self._record, self._row, name)))

    def say_of(self, *names: str) -> list[Said]:
        """Those of these texts, or of all, that say something."""
        return [self.say(name) for name in names or self._names if getattr(self._row, name)]

    def called_by(self) -> list[Said]:
        """The text that is its name; none where it is called by words that are said in every language."""
        called = str(self._row)
        return [self.say(name) for name in self._names if getattr(self._row, name) == called][:1]

    def original(self, name: str) -> str:
        """As it stands on the record itself."""
        return words_in(self._row, name)

    def in_ledger(self, name: str) -> dict[str, str]:
        """As an entry keeps it: `text`, its `twin` where there is one that holds, and which `prevails`."""
        words, both = self.original(name), self.say(name)
        if not both.other or both.behind:
            return {"text": words, "twin": "", "prevails": ""}
        twin = both.other if both.first == words else both.first
        return {"text": words, "twin": twin, "prevails": both.counts}

    def as_written(self) -> dict[str, dict[str, str]]:
        """Its twins as they stand, by the name of the field, for what keeps them word for word."""
        keys = {name: key_of(self._record, self._row, name) for name in self._names}
        return {
            name: {"text": twin.text, "language": twin.language, "prevails": twin.prevails}
            for name, key in keys.items()
            if (twin := self._twins.get(key))
        }

    def of(self, row: Any) -> "Spoken":
        """A row beneath the record."""
        return Spoken(row, _names_of(self._record, row), self._record, self._twins)

    def all_of(self, rows: Any) -> list["Spoken"]:
        return [self.of(row) for row in rows]


def spoken(record: Twinned) -> Spoken:
    """One query."""
    return Spoken(record, record.twinned.get(OWN, ()), record, {one.key: one for one in Twin.objects.on(record)})


def all_spoken(records: Any) -> list[Spoken]:
    """Records, in one query for all."""
    rows = list(records)
    twins: dict[tuple[str, int], dict[str, Any]] = {_place(row): {} for row in rows}
    types, ids = {place[0] for place in twins}, {place[1] for place in twins}
    for one in Twin.objects.filter(record_type__in=types, record_id__in=ids) if rows else ():
        twins.get((one.record_type, one.record_id), {})[one.key] = one
    return [Spoken(row, row.twinned.get(OWN, ()), row, twins[_place(row)]) for row in rows]


def in_words(both: Said, apart: str = "\n") -> str:
    """For paper: the reader's wording, the other one under it, and which of both prevails."""
    return apart.join(filter(None, (both.first, both.other, prevails_in(both))))


def in_short(both: Said) -> str:
    """The other wording in one line, with which of both prevails; "" where there is none."""
    return " · ".join(filter(None, (both.other, prevails_in(both))))


def prevails_in(both: Said) -> str:
    """In a line; "" where there is one wording only."""
    return f"{gettext('Which wording prevails')}: {both.prevails}" if both.prevails else ""


def said_beneath(row: Any, name: str) -> Said:
    """Of a row that came by `all_of`, or of one that nobody read in two languages."""
    return row.say(name) if isinstance(row, Spoken) else Said(words_in(row, name))


def lines_beneath(row: Any, name: str) -> list[tuple[str, Said]]:
    """Each line of such a text as it stands, and as it is read; alone where the twin has not as many."""
    own = (row.original(name) if isinstance(row, Spoken) else words_in(row, name)).splitlines()
    both = said_beneath(row, name)
    first, other = both.first.splitlines(), both.other.splitlines()
    if not len(own) == len(first) == len(other):
        return [(one, Said(one)) for one in own]
    return [(one, replace(both, first=here, other=there)) for one, here, there in zip(own, first, other, strict=True)]


def said_in_ledger(entry: Any) -> Said:
    """The words of an entry, which keeps its twin beside them."""
    return said_both(entry.text, entry.twin, entry.prevails)


def said_both(text: str, twin: str, prevails: str = "") -> Said:
    """Of two wordings that stand beside each other; one where there is no telling which language is which."""
    languages = languages_of(text, twin) if twin else None
    if languages is None:
        return Said(text, twin)
    return said(text, twin, language=languages[1], prevails=prevails)


def _place(row: Any) -> tuple[str, int]:
    return row._meta.label_lower, row.pk


def _names_of(record: Any, row: Any) -> tuple[str, ...]:
    for where, names in record.twinned.items():
        if where != OWN and isinstance(row, record._meta.get_field(where).related_model):
            return tuple(names)
    return ()


def _is_beneath(record: Any, value: Any) -> bool:
    return hasattr(value, "_meta") and bool(_names_of(record, value))
