"""The area's place among the others."""

from django.apps import AppConfig


class TallyConfig(AppConfig):
    name = "tests.crash.tally"
    label = "tally"

    def ready(self) -> None:
        from tests.crash.tally import reactions  # noqa: F401
