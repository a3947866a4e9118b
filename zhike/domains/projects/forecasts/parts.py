"""The forecast on the page of a project: asked for when the page stands."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext, pgettext_lazy

from zhike.core.pages.parts import part
from zhike.core.resources.reader import Reader
from zhike.domains.projects.forecasts import warning  # noqa: F401  (declared there)


@part("projects.rail", template="forecasts/asked.html", label=pgettext_lazy("project", "Forecast"), order=20)
def forecast(project: Any, _reader: Reader) -> dict[str, Any] | None:
    """While the project is open."""
    if project.ended_on is not None or project.archived_at is not None:
        return None
    address = reverse("project_forecast", args=[project.reference])
    return {"address": address, "more": (address, gettext("All"))}
