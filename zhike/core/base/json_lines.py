"""JSON lines (.jsonl: an object a line) as a table: the members of all objects are its columns.

Numbers come as they are written, lists as their members with semicolons between, a link (`{"name", "reference"}`) as
“Tramlight (CL-9)”, nothing as an empty cell. A line that is no object carries its problem. The file is UTF-8.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from zhike.core.base.formulas import neutral
from zhike.core.base.json_texts import loads
from zhike.core.base.lines import MOST_LINE, Lines, Place
from zhike.core.base.tables import Row, Table

ENCODING = "jsonl"
APART = "; "
_MARK = b"\xef\xbb\xbf"
_loads = partial(loads, parse_float=str, parse_int=str)


@dataclass(frozen=True)
class JsonLines(Table):
    def rows(self, after: Place | None = None) -> Iterator[Row]:
        """Every line that says something, or those behind `after`."""
        number = (after or self.first).number
        with _open(self.source) as stream:
            for line, place, found in _objects(stream, after or self.first):
                number += 1
                values = [neutral(_said(found.get(name))) for name in self.header] if isinstance(found, dict) else []
                problem = "" if isinstance(found, dict) else _("This line is no JSON object.")
                yield Row(number, line, values, problem, place._replace(number=number))


def is_json_lines(source: Path | bytes) -> bool:
    """Whether its first line is an object."""
    with _open(source) as stream:
        first = stream.readline(MOST_LINE).removeprefix(_MARK).strip()
    return first.startswith(b"{") and isinstance(_parsed(first), dict)


def read(source: Path | bytes) -> JsonLines:
    """Reads all of it for the names of its columns. Raises ValidationError."""
    with _open(source) as stream:
        start = Place(len(_MARK) if stream.read(len(_MARK)) == _MARK else 0, 0, 0)
        found = (one for _line, _place, one in _objects(stream, start) if isinstance(one, dict))
        names = {name: None for one in found for name in one}
    if not names:
        raise ValidationError(_("The file is empty."), code="table_empty")
    return JsonLines(source, ENCODING, ",", 0, tuple(names), start)


def _objects(stream: BinaryIO, start: Place) -> Iterator[tuple[int, Place, Any]]:
    """(the line, where to go on, what it says) of each line that is not blank; None for what is no JSON."""
    lines = Lines(stream, "utf-8", start)
    for text in lines:
        lines.taken.clear()
        if text.strip():
            yield lines.line, Place(lines.offset, lines.line, 0), _parsed(text)


def _parsed(text: str | bytes) -> Any:
    try:
        return _loads(text)
    except (ValueError, RecursionError):
        return None


def _said(value: Any) -> str:
    """As a person would type it."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case str():
            return value
        case list():
            return APART.join(map(_said, value))
        case {"name": str(name), "reference": str(reference)}:
            return f"{name} ({reference})" if reference else name
    return json.dumps(value, ensure_ascii=False)


def _open(source: Path | bytes) -> BinaryIO:
    return BytesIO(source) if isinstance(source, bytes) else source.open("rb")
