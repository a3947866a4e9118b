"""What has to stand before any model is asked."""

from django.apps import AppConfig


class BaseConfig(AppConfig):
    name = "zhike.core.base"

    def ready(self) -> None:
        from zhike.core.base.migrating import render_what_changed

        render_what_changed()
