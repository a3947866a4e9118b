"""A webhook, and its deliveries."""

from zhike.surfaces.webhooks.models.delivery import Delivery, State
from zhike.surfaces.webhooks.models.webhook import Webhook

__all__ = ["Delivery", "State", "Webhook"]
