"""A journey of the clients in a segment: two phases, three touchpoints."""

from decimal import Decimal
from types import SimpleNamespace

import pytest

from tests.cast import Cast
from zhike.clients.segments.models import Segment
from zhike.insight.journeys.models import Journey, Touchpoint


@pytest.fixture
def way(cast: Cast) -> SimpleNamespace:
    """`journey`, and its touchpoints `call`, `brief` and `kick_off`."""
    new = Segment.objects.add(by=cast.lena, name="New clients", owner=cast.lena)
    new.pick(by=cast.lena, clients=[cast.qingchuan])
    journey = Journey.objects.add(by=cast.lena, name="From the first talk on", segment=new, owner=cast.lena)
    said = {"by": cast.lena, "journey": journey, "owner": cast.omar}
    return SimpleNamespace(
        segment=new,
        journey=journey,
        call=Touchpoint.objects.add(
            **said, phase="First talk", name="First call", measure="in_time", target=Decimal(90), channel="WeChat"
        ),
        kick_off=Touchpoint.objects.add(
            **said, phase="Kick-off", name="They know who does what", target=Decimal(8), wants="Nobody to ask twice"
        ),
        brief=Touchpoint.objects.add(**said, phase="First talk", name="Brief", measure="kept", target=Decimal(90)),
    )
