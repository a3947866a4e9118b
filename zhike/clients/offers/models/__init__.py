"""Tables of offers."""

from zhike.clients.offers.models.offer import Eligible, Offer
from zhike.clients.offers.models.offering import Offering, Redemption

__all__ = ["Eligible", "Offer", "Offering", "Redemption"]
