"""Who decides what, in the client's portrait."""

from collections.abc import Iterator
from typing import Any

from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from zhike.clients.portrait.kinds import Fact, known, sourced
from zhike.clients.rights.models import Right
from zhike.core.resources.reader import Reader


@known(30, _("Who must confirm what"))
def rights(client: Any, reader: Reader) -> Iterator[Fact]:
    theirs = Right.objects.in_force(reader.today).filter(client=client, contact__archived_at=None)
    for one in theirs.select_related("contact").order_by("subject", "pk"):
        said = format_html("{} · {} {}", reader.link(one.contact), one.get_power_display(), one.limit)
        yield sourced(one, reader, one.about, said)
