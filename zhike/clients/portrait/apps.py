"""Finds the kinds of facts which every area declares."""

from django.apps import AppConfig


class PortraitConfig(AppConfig):
    name = "zhike.clients.portrait"

    def ready(self) -> None:
        from zhike.clients.portrait import trunk  # noqa: F401  (what the client itself says)
        from zhike.core.resources.registry import discover

        discover("portrait")
