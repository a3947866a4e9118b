"""The level of service they get, in the client's portrait."""

from collections.abc import Iterator
from typing import Any

from django.utils.html import format_html
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _

from zhike.clients.portrait.kinds import Fact, known, since
from zhike.clients.tiers.models import Override
from zhike.core.resources.reader import Reader


@known(13, _("Where they stand"))
def tier(client: Any, reader: Reader) -> Iterator[Fact]:
    """By its rule, or by whose approval and why."""
    if not client.tier_id:
        return
    given = Override.objects.open().filter(client=client).first()
    source = gettext("By its rule")
    if given:
        names = {"approver": reader.people.get(given.approved_by_id, "")}
        source = format_html("{} · {}", gettext("by hand, approved by %(approver)s") % names, given.reason)
    yield Fact(pgettext("of a client", "Tier"), reader.link(client.tier), since(source, client.tier_since, reader))
