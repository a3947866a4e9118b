"""Constraints that Python can judge as well as the database."""

from collections.abc import Collection
from typing import Any

from django.core.exceptions import ValidationError
from django.db import DEFAULT_DB_ALIAS, models


class HasText(models.CheckConstraint):
    """Of a condition like `~Q(name="")`. Migrations know it as a plain check; a form asks nothing of the database."""

    def validate(
        self,
        model: type[models.Model],
        instance: models.Model,
        exclude: Collection[str] | None = None,
        using: str = DEFAULT_DB_ALIAS,
    ) -> None:
        """Raises ValidationError where the text is empty."""
        condition: Any = self.condition
        ((field, _empty),) = condition.children
        if field not in (exclude or ()) and getattr(instance, field) == "":
            raise ValidationError(self.get_violation_error_message(), code=self.violation_error_code)

    def deconstruct(self) -> tuple[str, Any, dict[str, Any]]:
        _path, arguments, named = super().deconstruct()
        return "django.db.models.CheckConstraint", arguments, named
