"""The segments they are in, in the client's portrait."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhike.clients.portrait.kinds import Fact, known, since
from zhike.clients.segments.models import Membership
from zhike.clients.segments.why import sentence
from zhike.core.resources.reader import Reader


@known(14, _("Where they stand"))
def segments(client: Any, reader: Reader) -> Iterator[Fact]:
    stays = Membership.objects.visible_to(reader.user).present().filter(client=client, segment__archived_at=None)
    for stay in stays.select_related("segment").order_by("entered_at"):
        source = since(sentence(stay.entered_why), stay.entered_at, reader)
        yield Fact(gettext("In the segment"), reader.link(stay.segment), source)
