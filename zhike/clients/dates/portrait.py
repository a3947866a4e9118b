"""Days that matter to them, in the client's portrait."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from zhike.clients.dates.models import ImportantDate
from zhike.clients.portrait.kinds import Fact, known, sourced
from zhike.core.resources.reader import Reader


@known(55, _("Dates"))
def dates(client: Any, reader: Reader) -> Iterator[Fact]:
    for one in ImportantDate.objects.soonest().filter(client=client).select_related("contact"):
        yield sourced(one, reader, one.words)
