"""What waits for a decision, on the client's page and in My day."""

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhike.core.approval.models import Approval
from zhike.core.approval.panel import shown
from zhike.core.pages.parts import part
from zhike.core.resources.reader import Reader

SHOWN = 5


@part(
    "clients.rail", template="approvals/rail.html", label=_("Waiting for a decision"), order=15,
    about=("approval.Approval.client",),
)  # fmt: skip
def decisions(client: Any, reader: Reader) -> dict[str, Any] | None:
    """Whoever sees the client sees what is asked about it."""
    waiting = Approval.objects.waiting().filter(client=client).select_related("asked_by").order_by("pk")[:SHOWN]
    return {"waiting": told} if (told := shown(waiting, reader)) else None


@part("team.main", template="approvals/day.html", label=_("What I have to decide"), order=10)
@part("day.main", template="approvals/day.html", label=_("What I have to decide"), order=20)
def to_decide(user: Any, reader: Reader) -> dict[str, Any] | None:
    waiting = Approval.objects.for_person(user)
    told = shown(waiting.select_related("client", "asked_by")[:SHOWN], reader)
    more = ("/approvals/?waits=me", gettext("All decisions"))
    count = len(told) if len(told) < SHOWN else waiting.count()
    return {"waiting": told, "count": count, "more": more} if told else None
