"""An offer for clients of the trade, and what they bought before and after it opened."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from tests.cast import Cast
from zhike.clients.offers.models import Offer
from zhike.clients.purchases.models import Purchase

CARE = {"field": "industry", "holds": "care"}
DAY = timedelta(days=1)


@pytest.fixture
def today() -> date:
    return timezone.localdate()


@pytest.fixture
def offer(cast: Cast, today: date) -> Offer:
    """Being prepared; for whoever is in care, from ten days ago."""
    cast.qingchuan.amend(by=cast.lena, industry="Health care")
    said = {
        "title": "Second audit free",
        "title_zh": "第二次评审免费",
        "percent": Decimal(20),
        "rule": CARE,
        "code": "A20",
    }
    return Offer.objects.add(by=cast.mona, valid_from=today - 10 * DAY, valid_until=today + 20 * DAY, **said)


@pytest.fixture
def buy(cast: Cast):
    def bought(client, day: date, amount: int) -> Purchase:
        said = {"what": "Signs", "happened_on": day, "amount": Decimal(amount), "currency": "CNY"}
        return Purchase.objects.add(by=cast.ada, client=client, **said)

    return bought
