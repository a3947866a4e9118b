"""What hurts them, in the client's portrait."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from zhike.clients.pains.models import LIVING, PainPoint
from zhike.clients.portrait.kinds import Fact, known, sourced
from zhike.core.resources.reader import Reader

SHOWN = 20


@known(50, _("What hurts them"))
def pains(client: Any, reader: Reader) -> Iterator[Fact]:
    """What is not solved."""
    found = PainPoint.objects.standing().filter(client=client, state__in=LIVING).order_by("-known_on", "-pk")
    for one in found[:SHOWN]:
        yield sourced(one, reader, str(one.get_severity_display()))
