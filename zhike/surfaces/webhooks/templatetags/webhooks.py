"""States of webhooks and deliveries."""

from typing import Any

from django import template
from django.utils.safestring import SafeString

from zhike.surfaces.webhooks import looks

register = template.Library()


@register.simple_tag
def webhook_state(webhook: Any) -> SafeString:
    return looks.state_of_webhook(webhook)


@register.simple_tag
def delivery_state(delivery: Any) -> SafeString:
    return looks.state_of_delivery(delivery)
