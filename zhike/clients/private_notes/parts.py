"""One's private notes on the page of a person; meetings show the same on theirs."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext, pgettext_lazy

from zhike.clients.private_notes.models import PrivateNote
from zhike.core.lifecycle.policies import may_work
from zhike.core.pages.parts import part
from zhike.core.resources.reader import Reader

LABEL = pgettext_lazy("private", "For yourself")
TEMPLATE = "private_notes/part.html"
SHOWN = 20


@part("contacts.main", template=TEMPLATE, label=LABEL, name="private", order=60)
def private_notes(record: Any, reader: Reader) -> dict[str, Any] | None:
    """One's own, and those that somebody shares with one."""
    if not may_work(reader.user):
        return None
    found = PrivateNote.objects.on(record).open_to(reader.user).select_related("by").prefetch_related("shared_with")
    add = (reverse("private_note_add", args=[record.reference]), gettext("Write one"))
    return {"notes": list(found.order_by("-pk")[:SHOWN]), "mine": reader.user.pk, "more": add}
