"""States of webhooks and deliveries."""

from typing import Any

from django import template
from django.utils.safestring import SafeString

from zhike.surfaces.webhooks import looks
from zhike.surfaces.webhooks.choices import words_of

register = template.Library()
register.filter("kind_words", words_of)


@register.simple_tag
def webhook_state(webhook: Any) -> SafeString:
    return looks.state_of_webhook(webhook)


@register.simple_tag
def delivery_state(delivery: Any) -> SafeString:
    return looks.state_of_delivery(delivery)
