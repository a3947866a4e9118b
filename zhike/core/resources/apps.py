"""Finds every area's declarations once Django is ready."""

from django.apps import AppConfig
from django.core.exceptions import ImproperlyConfigured


class ResourcesConfig(AppConfig):
    name = "zhike.core.resources"

    def ready(self) -> None:
        from zhike.core.resources.registry import discover
        from zhike.core.timeline.reactions import unknown_kinds

        for module in ("area", "events", "questions", "resource", "navigation", "parts", "reactions", "digest"):
            discover(module)
        if unknown := unknown_kinds():
            raise ImproperlyConfigured(f"Reactions wait for event kinds that nobody declares: {unknown}")
