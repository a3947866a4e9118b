"""The baseline of a project on its page."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from zhike.core.lifecycle.policies import may_work
from zhike.core.pages.parts import part
from zhike.core.resources.reader import Reader
from zhike.domains.projects.baselines.shown import state_badge


@part("projects.rail", template="baselines/rail.html", label=_("Baseline"), order=15)
def baseline(project: Any, _reader: Reader) -> dict[str, Any] | None:
    """The latest."""
    found = project.baselines.select_related("entry").order_by("-number").first()
    if found is None:
        return None
    where = reverse("project_drift", args=[project.reference])
    return {"baseline": found, "state_badge": state_badge(found), "more": (where, _("Plan against actual"))}


@part("projects.menu", template="baselines/menu.html", order=10)
def freeze(project: Any, reader: Reader) -> dict[str, Any] | None:
    may = project.archived_at is None and project.ended_on is None and may_work(reader.user)
    return {} if may else None
