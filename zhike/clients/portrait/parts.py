"""The portrait as a tab of the client page."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from zhike.clients.portrait.kinds import gaps, is_stale, portrait_of
from zhike.clients.portrait.trunk import missing
from zhike.core.pages.parts import part
from zhike.core.resources.reader import Reader


@part("clients.tab", template="portrait/tab.html", label=_("Facts"), name="facts", order=10)
def facts(client: Any, reader: Reader) -> dict[str, Any]:
    """As many queries as there are kinds."""
    sections = portrait_of(client, reader)
    shown = [(one, [(fact, is_stale(fact, reader.today)) for fact in one.facts]) for one in sections]
    may_amend = type(client).may_amend(reader.user, client) and client.archived_at is None
    told = {"sections": shown, "gaps": gaps(sections, reader.today), "may_amend": may_amend}
    return told | {"missing": missing(client, reader)}
