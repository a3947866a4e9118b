"""The iteration of a project on its page."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhike.core.lifecycle.policies import may_work
from zhike.core.pages.parts import part
from zhike.core.resources.reader import Reader
from zhike.domains.projects.iterations.backlog import load_of
from zhike.domains.projects.iterations.shown import state_badge
from zhike.domains.projects.models import Task


@part(
    "projects.main", template="iterations/part.html", label=_("Iteration"), order=5,
    about=("iterations.Iteration.project",),
)  # fmt: skip
def iteration(project: Any, _reader: Reader) -> dict[str, Any] | None:
    """The one that runs, else the next."""
    found = list(project.iterations.open())
    now = next((one for one in found if one.begun_at), found[0] if found else None)
    if now is None:
        return None
    load = load_of(Task.objects.filter(taken_into__iteration=now))
    more = (f"{reverse('iterations:list')}?project={project.reference}", gettext("All"))
    return {"iteration": now, "load": load, "state_badge": state_badge(now), "more": more}


@part("projects.menu", template="iterations/menu.html", order=15)
def iterations_menu(project: Any, reader: Reader) -> dict[str, Any] | None:
    may = project.archived_at is None and project.ended_on is None and may_work(reader.user)
    return {} if may else None
