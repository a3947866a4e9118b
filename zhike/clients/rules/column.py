"""The column in which a model keeps a rule."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from zhike.clients.rules.reading import read
from zhike.clients.rules.wording import in_words


class RuleColumn(models.JSONField):
    """JSON; says itself in words where a history tells what an edit changed."""

    def deconstruct(self) -> Any:
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.JSONField", args, kwargs

    def formfield(self, **kwargs: Any) -> Any:
        from zhike.clients.rules.forms import RuleFormField

        return models.Field.formfield(self, form_class=RuleFormField, **kwargs)

    def in_words(self, value: Any) -> str:
        """Empty for no rule, and for one that can no longer be read."""
        try:
            return in_words(read(value)) if value else ""
        except ValidationError:
            return ""
