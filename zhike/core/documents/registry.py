"""Which documents there are of which records."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise

from zhike.core.base.languages import LANGUAGES

Fill = Callable[..., dict[str, Any]]


@dataclass(frozen=True)
class Document:
    """`template` is a .typ file under the package. `fill(record, user)` runs in the document's language and gives
    `title`, `subtitle` and what else the template reads: JSON, with text as text. `takes` are words of the address
    which it gets by name when they are there. `for_client`: made to be handed over, not for the company alone."""

    name: str
    record_type: str
    template: str
    label: str | Promise
    fill: Fill
    languages: tuple[str, ...]
    takes: tuple[str, ...] = ()
    for_client: bool = False


_documents: dict[str, dict[str, Document]] = defaultdict(dict)


def document(
    record_type: str,
    name: str,
    *,
    template: str,
    label: str | Promise,
    languages: tuple[str, ...] = (*LANGUAGES,),
    takes: tuple[str, ...] = (),
    for_client: bool = False,
) -> Callable[[Fill], Fill]:
    """Declare what the function gives as a document of this kind of record (`clients.client`)."""

    def declare(fill: Fill) -> Fill:
        if name in _documents[record_type]:
            raise ValueError(f"the document {name!r} of {record_type} is declared twice")
        _documents[record_type][name] = Document(
            name, record_type, template, label, fill, languages, takes, for_client
        )  # fmt: skip
        return fill

    return declare


def documents_of(record_type: str) -> dict[str, Document]:
    """By name."""
    return _documents.get(record_type, {})


def language_of(code: str | None) -> str:
    """The document's language for a reader of this one (`zh-hans`, `en`)."""
    return "zh" if (code or "").startswith("zh") else "en"
