"""The area's place among the others."""

from django.apps import AppConfig


class TallyConfig(AppConfig):
    name = "tests.crash.tally"
    label = "tally"
