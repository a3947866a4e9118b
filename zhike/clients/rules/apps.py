"""Finds the fields which every area declares."""

from django.apps import AppConfig


class RulesConfig(AppConfig):
    name = "zhike.clients.rules"

    def ready(self) -> None:
        from zhike.core.resources.registry import discover

        discover("rule_fields")
