"""How they speak with us, in the client's portrait: counted from what was logged."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.db.models import Count, Max
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from zhike.clients.portrait.kinds import Fact, known
from zhike.core.base.listing import listed
from zhike.core.resources.reader import Reader
from zhike.domains.conversations.models import Conversation, Kind, Mood

YEAR = timedelta(days=365)


@known(70, _("How they speak with us"))
def said(client: Any, reader: Reader) -> Iterator[Fact]:
    """By channel and mood within a year."""
    theirs: Any = Conversation.objects.standing().filter(client=client, happened_at__gt=reader.now - YEAR)
    rows = (
        theirs.exclude(kind=Kind.NOTE)
        .order_by()
        .values("kind", "mood")
        .annotate(n=Count("pk"), last=Max("happened_at"))
    )
    found = list(rows)
    if not found:
        return
    total, last = sum(row["n"] for row in found), timezone.localdate(max(row["last"] for row in found))
    source = ngettext("%(n)d conversation within a year", "%(n)d conversations within a year", total) % {"n": total}
    for label, name, choices in ((gettext("Channels"), "kind", Kind), (gettext("Moods"), "mood", Mood)):
        if words := _counted(found, name, choices):
            yield Fact(label, words, source, last)


def _counted(found: list[dict[str, Any]], name: str, choices: Any) -> str:
    """`Call 12, Mail 3`, the most frequent first."""
    counts = {one: sum(row["n"] for row in found if row[name] == one) for one in choices}
    often = sorted((pair for pair in counts.items() if pair[1]), key=lambda pair: -pair[1])
    return listed(f"{one.label} {n}" for one, n in often)
