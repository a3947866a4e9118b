"""The way to it, on the page of a project."""

from typing import Any

from zhike.core.pages.parts import part
from zhike.core.resources.reader import Reader
from zhike.domains.projects.models import Task


@part("projects.menu", template="bringing/menu.html", order=30)
def plan_from_file(project: Any, reader: Reader) -> dict[str, Any] | None:
    may = project.archived_at is None and project.ended_on is None and Task.may_add(reader.user, None)
    return {} if may else None
