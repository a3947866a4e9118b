"""Quality on the pages of a deliverable and a project, and among what is owed."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from zhike.core.lifecycle.policies import may_work
from zhike.core.pages.owed import Owed, Scope, owed_source
from zhike.core.pages.parts import part
from zhike.core.record.handing_over import belonging
from zhike.core.resources.reader import Reader
from zhike.domains.projects.quality.choices import UNSOLVED, DefectState
from zhike.domains.projects.quality.gate import held_back
from zhike.domains.projects.quality.models import Defect
from zhike.domains.projects.quality.shown import result_badge, severity_badge, state_badge


@part("deliverables.main", template="quality/deliverable.html", label=_("Quality"), order=10)
def quality(deliverable: Any, reader: Reader) -> dict[str, Any] | None:
    """What was tried, what is wrong, and whether that keeps it from the client."""
    works = deliverable.archived_at is None and may_work(reader.user)
    checks = list(deliverable.checks.standing().with_last().order_by("pk"))
    defects = list(deliverable.defects.unsolved().select_related("owner"))
    if not (checks or defects or works):
        return None
    return {
        "checks": [(one, result_badge(one.last_result or "")) for one in checks],
        "defects": [(one, severity_badge(one), state_badge(one)) for one in defects],
        "held": held_back(deliverable), "works": works,
    }  # fmt: skip


@part("projects.menu", template="quality/menu.html", order=25)
def project_quality(_project: Any, _reader: Reader) -> dict[str, Any]:
    return {}


@owed_source("defects", label=_("Defect"), icon="warning")
def owed_defects(reader: Reader, scope: Scope) -> Iterator[Owed]:
    """Open ones with a day."""
    seen = Defect.objects.visible_to(reader.user).standing().filter(state=DefectState.OPEN).exclude(due_on=None)
    for one in scope.of(seen.select_related("client").order_by("due_on", "pk"), owner="owner"):
        where = reverse("defects:detail", args=[one.reference])
        yield Owed(one.due_on, one.title, where, one.reference, person=one.owner_id, client=one.client)


@belonging("defects", label=_("Defects"))
def owned_defects(person: Any) -> Any:
    return Defect.objects.standing().filter(state__in=UNSOLVED, owner=person)
