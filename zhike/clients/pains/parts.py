"""Pain points on the client page; and noting one from a conversation, with what was said as its quote."""

from typing import Any
from urllib.parse import urlencode

from django.db.models import F
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhike.clients.facts import facts_of
from zhike.clients.pains.models import LIVING, PainPoint, Severity
from zhike.clients.sourced import Source
from zhike.core.base.markdown import plain
from zhike.core.pages.parts import part, standing_of
from zhike.core.resources.reader import Reader

SHOWN = 3
QUOTE = 400  # characters: the address must stay short


@part(
    "clients.rail", template="pains/rail.html", label=_("What hurts them"), order=45, about=("pains.PainPoint.client",)
)
def pains(client: Any, reader: Reader) -> dict[str, Any] | None:
    """The worst that is not solved."""
    found = PainPoint.objects.standing().filter(client=client, state__in=LIVING).select_related("said_by")
    worst = [str(one) for one in reversed(Severity)]
    shown = sorted(found.order_by(F("known_on").desc(nulls_last=True))[:20], key=lambda one: worst.index(one.severity))
    return {"pains": shown[:SHOWN], "more": ("?tab=pains", gettext("All"))} if shown else None


@part(
    "clients.tab",
    template="facts/table.html",
    label=_("Pain points"),
    name="pains",
    order=52,
    counts=standing_of(PainPoint),
)
def pains_tab(client: Any, reader: Reader) -> dict[str, Any]:
    hint = _("What hurts them, in their own words, and what we offer against it. Note one here or from a conversation.")
    return facts_of("pains", client, reader, hint=hint)


@part("conversations.rail", template="pains/note.html", label=_("Pain point"), order=60)
def note_a_pain(conversation: Any, reader: Reader) -> dict[str, Any] | None:
    """A link to the form, filled in with what was said, by whom and where."""
    if not PainPoint.may_add(reader.user, None) or conversation.archived_at:
        return None
    said_by = conversation.contacts.values_list("pk", flat=True).first()
    told = {
        "client": conversation.client_id,
        "statement": plain(conversation.text)[:QUOTE],
        "said_by": said_by or "",
        "source": Source.TOLD,
        "source_text": conversation.reference,
        "known_on": timezone.localdate(conversation.happened_at).isoformat(),
        "next": reverse("conversations:detail", args=[conversation.reference]),
    }
    return {"note_url": f"{reverse('pains:add')}?{urlencode(told)}"}
