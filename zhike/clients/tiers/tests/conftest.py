"""Three tiers: A for medicine, B for whoever has an industry, C by hand alone."""

from dataclasses import dataclass

import pytest

from tests.cast import Cast
from zhike.clients.models import Client
from zhike.clients.tiers.models import Tier
from zhike.core.timeline.delivery import deliver_all
from zhike.core.timeline.models import Event

MEDICINE = {"field": "industry", "holds": "医疗"}
ANY = {"field": "industry", "filled": True}


@dataclass(frozen=True)
class Tiers:
    a: Tier
    b: Tier
    c: Tier


@pytest.fixture
def tiers(cast: Cast) -> Tiers:
    def add(mark: str, position: int, **more: object) -> Tier:
        return Tier.objects.add(by=cast.ada, name=f"Tier {mark}", mark=mark, position=position, **more)

    return Tiers(
        add("A", 1, rule=MEDICINE, contact_days=5, named_owner=True),
        add("B", 2, rule=ANY, contact_days=20),
        add("C", 3),
    )


def tier_of(client: Client) -> str:
    """Its mark, after everything that happened was delivered."""
    deliver_all()
    client.refresh_from_db()
    return client.tier.mark if client.tier else ""


def told(client: Client) -> list[str]:
    """The kinds of what happened to the client's tier, in order."""
    events = Event.objects.filter(record_type="clients.client", record_id=client.pk, kind__startswith="tier.")
    return list(events.order_by("pk").values_list("kind", flat=True))
