"""The portrait as a tab of the client page."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from django.utils.translation import gettext_lazy as _

from zhike.clients.portrait.kinds import Fact, gaps, is_stale, portrait_of
from zhike.clients.portrait.trunk import missing
from zhike.core.pages.parts import part
from zhike.core.resources.reader import Reader


@part("clients.tab", template="portrait/tab.html", label=_("Facts"), name="facts", order=10)
def facts(client: Any, reader: Reader) -> dict[str, Any]:
    """As many queries as there are kinds."""
    sections = portrait_of(client, reader)
    shown = [(one, _lines(one.facts, reader)) for one in sections]
    may_amend = type(client).may_amend(reader.user, client) and client.archived_at is None
    told = {"sections": shown, "gaps": gaps(sections, reader.today), "may_amend": may_amend}
    return told | {"missing": missing(client, reader)}


def _lines(facts: Sequence[Fact], reader: Reader) -> list[dict[str, Any]]:
    """Each with whether it is old, and whether it has the source of the line above, which need not be said twice."""
    as_above = [False, *(bool(one.source) and one.source == above.source for above, one in pairwise(facts))]
    return [{"fact": fact, "stale": is_stale(fact, reader.today), "as_above": same}
            for fact, same in zip(facts, as_above, strict=True)]  # fmt: skip
