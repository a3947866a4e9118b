"""The column in which a playbook keeps its lines."""

from typing import Any

from django.db import models

from zhike.clients.playbooks.lines import read_lines
from zhike.core.base.listing import listed


class LinesColumn(models.JSONField):
    """JSON; where a history tells what an edit changed, the titles in order."""

    def deconstruct(self) -> Any:
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.JSONField", args, kwargs

    def in_words(self, value: Any) -> str:
        return listed(f"{place}. {line.title}" for place, line in enumerate(read_lines(value or []), start=1))
