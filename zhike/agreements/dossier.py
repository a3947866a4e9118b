"""What was agreed, in the client's dossier."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from zhike.agreements.as_of import Standing, valid_on
from zhike.agreements.subjects import subject_of
from zhike.agreements.twins.spoken import said_in_ledger
from zhike.clients.dossier.chapters import chapter
from zhike.core.documents.sections import Entry, Section, entries
from zhike.core.resources.reader import Reader
from zhike.core.ui.dates import dated_words


@chapter(15)
def agreed(client: Any, _reader: Reader) -> Section | None:
    """All that stands today, with who confirmed it."""
    return entries(_("Promises and agreements"), map(told, valid_on(client, timezone.localdate())))


def told(standing: Standing) -> Entry:
    entry, said = standing.entry, standing.said
    due = _("by %(day)s") % {"day": dated_words(entry.due_on)} if entry.due_on else ""
    aside = " · ".join(part for part in (entry.number, due) if part)
    if said is None:
        note = _("not confirmed")
    else:
        who = said.contact.name if said.contact else str(said.person or said.recorded_by)
        day = dated_words(timezone.localdate(said.recorded_at))
        note = _("confirmed by %(who)s, %(day)s") % {"who": who, "day": day}
    where = standing.origin.words if standing.origin else entry.source_text
    source = f" · {where}" if where else ""
    said_by = said_in_ledger(entry)
    both = "\n".join(filter(None, (said_by.first, said_by.other)))
    return Entry(subject_of(entry), aside, both, f"{entry.reference} · {note}{source}")
