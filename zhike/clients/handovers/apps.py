"""Knows what no area of its own tells: to-dos and approvals."""

from django.apps import AppConfig


class HandoversConfig(AppConfig):
    name = "zhike.clients.handovers"

    def ready(self) -> None:
        from zhike.clients.handovers import trunk  # noqa: F401  (its chapters)
