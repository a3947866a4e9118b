"""What-if on the page of a project, and for programs."""

from typing import Any

from zhike.core.pages.parts import part
from zhike.core.resources.reader import Reader
from zhike.domains.projects.whatif import readings  # noqa: F401  (declared there)


@part("projects.menu", template="whatif/menu.html", order=22)
def what_if(project: Any, _reader: Reader) -> dict[str, Any] | None:
    return {} if project.archived_at is None and project.ended_on is None else None
