"""Tables of tiers."""

from zhike.clients.tiers.models.override import Override
from zhike.clients.tiers.models.tier import Priority, Signal, Tier

__all__ = ["Override", "Priority", "Signal", "Tier"]
