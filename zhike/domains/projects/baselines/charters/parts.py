"""The charter of a project on its page."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from zhike.core.lifecycle.policies import may_work
from zhike.core.pages.parts import part
from zhike.core.resources.reader import Reader
from zhike.domains.projects.baselines.charters import reactions  # noqa: F401  (what the ledger says)
from zhike.domains.projects.baselines.shown import state_badge
from zhike.domains.projects.choices import ProjectState


def _may_write(project: Any, reader: Reader) -> bool:
    return project.archived_at is None and project.ended_on is None and may_work(reader.user)


@part("projects.rail", template="charters/rail.html", label=_("Charter"), order=14)
def charter(project: Any, reader: Reader) -> dict[str, Any] | None:
    """The latest; of a draft without one, the way to it."""
    found = project.charters.select_related("entry", "baseline").order_by("-number").first()
    if found is not None:
        return {"charter": found, "state_badge": state_badge(found)}
    return {} if project.state == ProjectState.DRAFTED and _may_write(project, reader) else None


@part("projects.menu", template="charters/menu.html", order=9)
def write(project: Any, reader: Reader) -> dict[str, Any] | None:
    return {} if _may_write(project, reader) else None
