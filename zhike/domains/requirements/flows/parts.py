"""Flows on the pages of their project and of the requirements that they name."""

from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhike.core.pages.parts import part
from zhike.core.resources.reader import Reader
from zhike.domains.requirements.flows import readings  # noqa: F401  (declared there)
from zhike.domains.requirements.flows.models import Flow


@part("projects.rail", template="flows/rail.html", label=_("Flows"), order=46)
def of_project(project: Any, reader: Reader) -> dict[str, Any] | None:
    """How things go in it; a way to draw one."""
    found = list(Flow.objects.standing().filter(project=project).order_by("pk"))
    return _told(found, project, reader, f"project={project.pk}")


@part("requirements.rail", template="flows/rail.html", label=_("Flows"), order=46)
def of_requirement(wanted: Any, reader: Reader) -> dict[str, Any] | None:
    """Those that show it, and those with a step that takes it."""
    about = Q(requirement=wanted) | Q(nodes__requirement=wanted)
    found = list(Flow.objects.standing().filter(about).distinct().order_by("pk"))
    return _told(found, wanted, reader, f"requirement={wanted.pk}")


def _told(found: list[Any], record: Any, reader: Reader, query: str) -> dict[str, Any] | None:
    may = record.archived_at is None and Flow.may_add(reader.user, None)
    if not (found or may):
        return None
    return {"flows": found, "more": (f"{reverse('flows:add')}?{query}", gettext("Draw one")) if may else None}
