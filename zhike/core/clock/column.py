"""The column in which a calendar keeps the hours of its week."""

from typing import Any

from django.db import models

from zhike.core.clock.wording import hours_in_words


class HoursColumn(models.JSONField):
    """JSON; where a history tells what an edit changed, the hours in words."""

    def deconstruct(self) -> Any:
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.JSONField", args, kwargs

    def in_words(self, value: Any) -> str:
        return hours_in_words(value)
