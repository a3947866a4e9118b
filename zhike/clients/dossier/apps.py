"""Finds the chapters which every area declares."""

from django.apps import AppConfig


class DossierConfig(AppConfig):
    name = "zhike.clients.dossier"

    def ready(self) -> None:
        from zhike.clients.dossier import trunk  # noqa: F401  (its chapters)
        from zhike.core.resources.registry import discover

        discover("dossier")
