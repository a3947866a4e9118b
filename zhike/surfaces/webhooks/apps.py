"""The app of webhooks."""

from django.apps import AppConfig


class WebhooksConfig(AppConfig):
    name = "zhike.surfaces.webhooks"
    label = "webhooks"
