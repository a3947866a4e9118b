"""A row of the file as values by field: columns joined, names put together, choices by their words."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone

from zhike.core.base.dates import read_date, read_moment
from zhike.core.base.formulas import restored
from zhike.core.base.masking import MASKED, is_masked
from zhike.core.base.people import is_chinese
from zhike.core.base.tables import Row
from zhike.core.record.fields import SEPARATORS
from zhike.surfaces.exchange.matching import Match
from zhike.surfaces.exchange.targets import NAME_PARTS, Target

NONE = frozenset({"", "0", "-", "--", "—", "n/a", "null", "none", "无", "#n/a"})


@dataclass
class Incoming:
    """`said` is what the file says by field: text, or the several texts of a link, later the record they mean.

    `values` is what passed the gate, `wrong` what did not, by field; faults of the row as a whole stand under "".
    `left` is what the row goes in without.
    """

    row: Row
    said: dict[str, Any]
    values: dict[str, Any] = field(default_factory=dict)
    wrong: dict[str, list[str]] = field(default_factory=dict)
    name_key: str = ""
    left: dict[str, Any] = field(default_factory=dict)

    def told(self) -> dict[str, Any]:
        """What passed of what the file says; nothing empty."""
        passed = {name: self.values.get(name) for name in self.said}
        return {name: value for name, value in passed.items() if value not in (None, "", [])}

    @property
    def is_wrong(self) -> bool:
        """Whether anything that the file says is at fault."""
        return any(not name or name in self.said for name in self.wrong)


class Shape:
    """How columns become fields. `region` tells in which order day and month stand."""

    def __init__(
        self,
        matches: Sequence[Match],
        targets: Mapping[str, Target],
        words: Mapping[str, Mapping[str, str]],
        region: str = "",
    ) -> None:
        self.region = region
        self.columns = [match.column for match in matches]
        self.targets = targets
        self.places: dict[str, list[int]] = {}
        for place, match in enumerate(matches):
            if match.field in targets:
                self.places.setdefault(match.field, []).append(place)
        self._readers = [
            (name, places, self._reader(targets[name], words.get(name, {}))) for name, places in self.places.items()
        ]

    def read(self, row: Row) -> Incoming:
        if row.problem:
            return Incoming(row, {}, wrong={"": [row.problem]})
        said: dict[str, Any] = {}
        wrong: dict[str, list[str]] = {}
        for name, places, read in self._readers:
            parts = [part for place in places if (part := _cell(row.values[place], name))]
            try:
                if parts and (value := read(parts)):
                    said[name] = value
            except ValidationError as error:
                said[name], wrong[name] = None, error.messages
        family, given = (said.pop(part, "") for part in NAME_PARTS)
        if (family or given) and "name" not in said:
            said["name"] = whole_name(family, given)
        return Incoming(row, said, wrong=wrong)

    def where(self, name: str, row: Row, wrong: Callable[[str], bool]) -> tuple[str, str]:
        """The column and the value at fault for a field; of several columns the one whose value is `wrong` alone."""
        places = self.places.get(name) or [place for part in NAME_PARTS for place in self.places.get(part, [])]
        filled = [place for place in places if place < len(row.values) and row.values[place].strip()] or places
        if not filled:
            return "", ""
        place = next((place for place in filled if len(filled) == 1 or wrong(row.values[place])), filled[0])
        return self.columns[place], row.values[place].strip()

    def _reader(self, target: Target, words: Mapping[str, str]) -> Callable[[list[str]], Any]:
        if target.kind == "link":
            return lambda parts: [part for part in parts if part.casefold() not in NONE]
        if target.kind == "people":
            return lambda parts: [one for part in parts for one in _several(part) if one.casefold() not in NONE]
        if target.kind == "date":
            return lambda parts: None if parts[0].casefold() in NONE else read_date(parts[0], self.region)
        if target.kind == "moment":
            return lambda parts: None if parts[0].casefold() in NONE else self._moment(parts[0])
        if target.kind == "list":
            return "\n".join
        if words:
            return lambda parts: words.get(parts[0].casefold(), parts[0])
        return lambda parts: parts[0]

    def _moment(self, said: str) -> datetime:
        """In UTC, as the database gives it back: only then do they compare."""
        return read_moment(said, timezone.get_current_timezone(), self.region).astimezone(UTC)


def _cell(written: str, name: str) -> str:
    """What stands in a cell. What an export masked says nothing, and what it made harmless is as it was."""
    said = restored(written.strip()).strip()
    return "" if name in MASKED and is_masked(said) else said


def _several(cell: str) -> list[str]:
    """The people of one cell: "陈岚、周敏" or "a@b.example; c@d.example"."""
    return [one for part in cell.translate(SEPARATORS).splitlines() if (one := part.strip())]


def whole_name(family: str, given: str) -> str:
    """陈 and 岚 give 陈岚; Chen and Clara give Clara Chen."""
    if family and given and is_chinese(family + given):
        return family + given
    return " ".join(part for part in (given, family) if part)


def said_of(incoming: Iterable[Incoming], name: str) -> set[str]:
    """Every text that the rows say under a field."""
    found: set[str] = set()
    for one in incoming:
        said = one.said.get(name)
        found.update(said if isinstance(said, list) else [said] if said else [])
    return found
