"""Purchases and the rates by which they are added up."""

from zhike.clients.purchases.models.purchase import Purchase
from zhike.clients.purchases.models.rate import Rate

__all__ = ["Purchase", "Rate"]
