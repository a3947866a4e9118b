"""What a record says to the index. Pure, but for what the record itself reads."""

from collections.abc import Iterable, Iterator
from typing import Any

from zhike.core.resources.resource import SearchText
from zhike.core.search.documents import made_of
from zhike.core.search.tokens import Document, Kind, Weight


def read(record: Any, text: SearchText) -> Document:
    """The document of a record."""
    return made_of(parts_of(record, text))


def parts_of(record: Any, text: SearchText) -> list[tuple[str, Weight, Kind]]:
    """Names and reference, details and phones, own fields, text."""
    found: list[tuple[str, Weight, Kind]] = [(record.reference, "A", "text")]
    found += [(one, "A", "name") for one in said(record, text.names)]
    found += [(one, "B", "text") for one in said(record, text.details)]
    found += [(one, "B", "phone") for one in said(record, text.phones)]
    found += [(one, "C", "text") for one in own_words(record)]
    found += [(one, "D", "text") for one in said(record, text.body)]
    return found


def clients_of(record: Any, text: SearchText) -> list[int | None]:
    """Where the record stands: its client, then the others; None alone where there is none."""
    first = record.timeline_client_id
    return list(dict.fromkeys(one for one in (first, *text.also_at(record)) if one)) or [None]


def said(record: Any, names: Iterable[str]) -> Iterator[str]:
    """The texts under these field names, lists taken apart."""
    for name in names:
        value = getattr(record, name)
        if type(value) is str:
            if value:
                yield value
        elif type(value) is list and all(type(one) is str for one in value):
            yield from filter(None, value)
        elif value:
            yield from _texts(value)


def own_words(record: Any) -> Iterator[str]:
    """The texts of the record's own fields; a link's is the name of what it leads to."""
    for value in record.custom.values():
        yield from _texts(value.get("text") or value.get("amount") if isinstance(value, dict) else value)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, (list, tuple)):
        for one in value:
            yield from _texts(one)
    elif value not in (None, "") and not isinstance(value, bool):
        yield str(value)
