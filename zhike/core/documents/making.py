"""Making a document of a record for a person."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from zhike.core.access.preferences import company
from zhike.core.base.languages import LANGUAGES
from zhike.core.documents import kept
from zhike.core.documents.events import MADE
from zhike.core.documents.registry import Document
from zhike.core.documents.typesetting import as_text, paper_of
from zhike.core.timeline.models import Event
from zhike.core.timeline.tell import tell
from zhike.core.ui.dates import dated_words

LONG = 400_000  # characters of data, some two hundred pages: from here on a job makes it


@dataclass(frozen=True)
class Order:
    """A document that was asked for: `told` is all that stands in it, `digest` what it is kept under."""

    document: Document
    record: Any
    by: Any
    told: dict[str, Any]
    digest: str

    @property
    def is_long(self) -> bool:
        return not kept.is_kept(self.digest) and len(as_text(self.told)) > LONG

    @property
    def file_name(self) -> str:
        return f"{self.told['title']} {self.told['kind']} {self.told['day']}.pdf"


def order(document: Document, record: Any, *, by: Any, language: str, asked: Mapping[str, str] | None = None) -> Order:
    """Gather what stands in it, in that language (`zh`, `en`). The record is one that the person sees; `asked` may hold
    what the document takes.
    """
    taken = {name: said for name in document.takes if (said := (asked or {}).get(name))}
    with translation.override(LANGUAGES[language]):
        told = _frame(document, by, language) | document.fill(record, by, **taken)
    return Order(document, record, by, told, kept.digest_of(document.template, told))


def make(asked: Order) -> Path:
    """The file, and an event that says who took it; the same document taken again by the same person tells nothing."""
    path = kept.pdf_of(asked.document.template, asked.told, asked.digest)
    about = {"record_type": asked.record._meta.label_lower, "record_id": asked.record.pk, "actor": asked.by}
    taken = Event.objects.filter(kind=MADE.name, facts__digest=asked.digest, **about)
    with transaction.atomic():
        if not taken.exists():
            facts = {"document": asked.told["kind"], "language": asked.told["language"], "digest": asked.digest}
            tell(MADE, asked.record, by=asked.by, facts=facts)
    return path


def _frame(document: Document, by: Any, language: str) -> dict[str, Any]:
    """What stands on every page, where the document says nothing else of it."""
    day = dated_words(timezone.localdate())
    made = _("Put together by %(name)s on %(day)s, for use inside the company.")
    if document.for_client:
        made = _("Put together by %(name)s on %(day)s.")
    return {
        "language": language,
        "paper": paper_of(company().region),
        "kind": str(document.label),
        "company": company().name,
        "day": day,
        "made": made % {"name": by.name, "day": day},
        "words": {"page": _("Page {n} of {m}")},
    }
