"""What was said before, on the pages of conversations and clients."""

from typing import Any

from django.db.models import Count, Q, Sum
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from zhike.core.lifecycle.policies import may_work
from zhike.core.pages.parts import part
from zhike.core.resources.reader import Reader
from zhike.domains.conversations.models import Choice, Recalled
from zhike.domains.conversations.reversals import REVERSED, turned


@part("conversations.rail", template="conversations/recalled_rail.html", label=_("Said before"), order=5)
def said_before(record: Any, reader: Reader) -> dict[str, Any] | None:
    """Decisions that it contradicts, to be settled here when nobody did; questions that were asked before."""
    rows = list(record.recalled.select_related("decision__contact", "earlier"))
    return {"rows": rows, "choices": Choice.choices, "may": may_work(reader.user)} if rows else None


@part(
    "clients.rail", template="conversations/recalled_counts.html", label=_("Decided and asked again"), order=60,
    about=("agreements.Entry.client", "conversations.Recalled.conversation__client"),
)  # fmt: skip
def counts(client: Any, _reader: Reader) -> dict[str, Any] | None:
    """How often something decided was reversed, what that cost, and how often an answered question came back."""
    told = Recalled.objects.filter(conversation__client=client, conversation__archived_at=None).aggregate(
        again=Count("pk", filter=Q(why="")), open=Count("pk", filter=~Q(why="") & Q(choice="")),
        hours=Sum("hours", filter=Q(choice__in=REVERSED)),
    )  # fmt: skip
    told |= {"reversed": turned(client).count(), "url": reverse("reversals", args=[client.reference])}
    return told if told["again"] or told["reversed"] or told["open"] else None
