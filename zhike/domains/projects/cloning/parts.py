"""The way to it, on the page of a project."""

from typing import Any

from zhike.core.pages.parts import part
from zhike.core.resources.reader import Reader
from zhike.domains.projects.models import Project


@part("projects.menu", template="cloning/menu.html", order=35)
def clone_menu(_project: Any, reader: Reader) -> dict[str, Any] | None:
    return {} if Project.may_add(reader.user, None) else None
