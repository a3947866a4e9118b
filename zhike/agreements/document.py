"""What was agreed on a day, as a document."""

from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhike.agreements.as_of import valid_on
from zhike.agreements.dossier import told
from zhike.clients.models import Client
from zhike.core.documents.registry import document
from zhike.core.documents.sections import entries, joined
from zhike.core.ui.dates import dated_words


@document(
    "clients.client", "agreed", template="clients/dossier/typst/dossier.typ", label=gettext_lazy("What was agreed"),
    takes=("on",),
)  # fmt: skip
def agreed(client: Client, user: Any, on: str = "") -> dict[str, Any]:
    """As valid on the day `on` (2026-05-03), else today."""
    day = _day(on)
    words = dated_words(day)
    found = entries(_("Valid on %(day)s") % {"day": words}, map(told, valid_on(client, day)))
    return {
        "title": client.name,
        "subtitle": _("What was agreed on %(day)s") % {"day": words},
        "sections": joined([found]),
    }


def _day(said: str) -> date:
    try:
        return date.fromisoformat(said)
    except ValueError:
        return timezone.localdate()
