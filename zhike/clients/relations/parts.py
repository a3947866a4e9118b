"""How a client stands to others, on its page and on the others'."""

from typing import Any

from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from zhike.clients.relations.group import group_of
from zhike.clients.relations.models import Relation
from zhike.core.pages.parts import part
from zhike.core.resources.reader import Reader

SHOWN = 4


def _seen_from(client: Any, reader: Reader) -> list[dict[str, Any]]:
    """In one query."""
    found = Relation.objects.visible_to(reader.user).standing().of_client(client).select_related("client", "other")
    ordered = found.order_by("kind", "pk")
    return [dict(zip(("words", "other"), one.seen_from(client), strict=True)) | {"relation": one} for one in ordered]


@part(
    "clients.rail", template="relations/rail.html", label=_("Related"), order=60,
    about=("relations.Relation.client", "relations.Relation.other"),
)  # fmt: skip
def relations(client: Any, reader: Reader) -> dict[str, Any] | None:
    found = _seen_from(client, reader)
    if not found:
        return None
    return {"relations": found[:SHOWN], "more": ("?tab=relations", gettext("All"))}


@part(
    "clients.tab", template="relations/tab.html", label=pgettext_lazy("of a client", "Relations"), name="relations",
    order=60,
)  # fmt: skip
def relations_tab(client: Any, reader: Reader) -> dict[str, Any]:
    may_add = not client.archived_at and Relation.may_add(reader.user, None)
    return {
        "relations": _seen_from(client, reader),
        "group": group_of(client, reader.user),
        "may_add": may_add,
    }
