"""What a document is made of, as `typst/parts.typ` draws it. Each gives None when it would be empty.

Values are plain text in the document's language; numbers come written.
"""

from collections.abc import Iterable
from typing import Any, NamedTuple

from django.utils.functional import Promise

Section = dict[str, Any]
Words = str | Promise


class Entry(NamedTuple):
    """`aside` stands at the right of the head, `note` under the text."""

    head: str
    aside: str = ""
    text: str = ""
    note: str = ""


def facts(label: Words, rows: Iterable[tuple[Words, Any]]) -> Section | None:
    """Names and values; those without a value are left out."""
    return _section(label, "facts", [[str(name), str(value)] for name, value in rows if value not in (None, "")])


def table(label: Words, columns: Iterable[Words], rows: Iterable[Iterable[Any]], numbers: int = 0) -> Section | None:
    """The last `numbers` columns hold figures. Columns in which nothing stands are left out."""
    names, cells = [str(one) for one in columns], [[str(one or "") for one in row] for row in rows]
    filled = [at for at in range(len(names)) if any(row[at] for row in cells)]
    first_number = len(names) - numbers
    told = [{"name": names[at], "number": at >= first_number} for at in filled]
    return _section(label, "table", [[row[at] for at in filled] for row in cells], columns=told)


def entries(label: Words, rows: Iterable[Entry]) -> Section | None:
    """Short texts, one under the other, each with a head."""
    return _section(label, "entries", [one._asdict() for one in rows])


def prose(label: Words, text: str) -> Section | None:
    """Paragraphs, one for each line."""
    return _section(label, "prose", [line.strip() for line in text.splitlines() if line.strip()])


def joined(sections: Iterable[Section | None]) -> list[Section]:
    """Without the empty ones; neighbours under one heading become one."""
    found: list[Section] = []
    for one in sections:
        if one and found and (found[-1]["label"], found[-1]["form"]) == (one["label"], one["form"]):
            found[-1] = found[-1] | {"rows": found[-1]["rows"] + one["rows"]}
        elif one:
            found.append(one)
    return found


def _section(label: Words, form: str, rows: list[Any], **more: Any) -> Section | None:
    return {"label": str(label), "form": form, "rows": rows} | more if rows else None
