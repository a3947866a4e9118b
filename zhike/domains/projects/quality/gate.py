"""The gate between a deliverable and the client."""

from dataclasses import dataclass
from typing import Any

from django.db import transaction

from zhike.core.lifecycle.errors import Forbidden
from zhike.core.timeline.moment import moment
from zhike.core.timeline.tell import tell
from zhike.domains.projects.before_showing import before_showing
from zhike.domains.projects.models import Deliverable
from zhike.domains.projects.quality import events
from zhike.domains.projects.quality.choices import USUAL
from zhike.domains.projects.quality.errors import NotGoodEnough, NothingToTry
from zhike.domains.projects.quality.models import Check, Defect, Override, Tolerance


@dataclass(frozen=True)
class Held:
    """What keeps it back; `override` is the word by which its newest version goes through all the same."""

    checks: list[Any]
    defects: list[Any]
    override: Any

    @property
    def is_closed(self) -> bool:
        return bool(self.checks or self.defects) and self.override is None


def tolerated_by(project_id: int) -> int:
    """The gravest severity that may be left open."""
    found = Tolerance.objects.filter(project=project_id).values_list("severity", flat=True).first()
    return int(USUAL) if found is None else found


def held_back(deliverable: Any) -> Held:
    """In four questions."""
    grave = Defect.objects.unsolved().filter(severity__gt=tolerated_by(deliverable.project_id))
    version = deliverable.versions.order_by("-number").first()
    override = Override.objects.filter(version=version).select_related("said_by").first() if version else None
    failing = Check.objects.failing().filter(deliverable=deliverable)
    return Held(list(failing), list(grave.filter(deliverable=deliverable)), override)


@before_showing
def good_enough(deliverable: Any) -> None:
    """Raises NotGoodEnough."""
    held = held_back(deliverable)
    if held.is_closed:
        raise NotGoodEnough(held.checks, held.defects)


def let_through(deliverable: Any, *, by: Any, reason: str) -> Any:
    """Its newest version may be shown in spite of the gate. Raises Forbidden, NothingToTry."""
    if not Deliverable.may_amend(by, deliverable):
        raise Forbidden
    version = deliverable.current
    if version is None:
        raise NothingToTry
    with transaction.atomic():
        made, is_new = Override.objects.get_or_create(
            version=version, defaults={"reason": reason, "said_by": by, "said_at": moment()}
        )
        if is_new:
            facts = {"name": str(deliverable), "number": version.number, "reason": reason}
            tell(events.OVERRIDDEN, deliverable, by=by, facts=facts)
    return made


def tolerate(project: Any, severity: int, *, by: Any) -> None:
    """From now on defects up to this severity may be left open. Raises Forbidden."""
    if not type(project).may_amend(by, project):
        raise Forbidden
    with transaction.atomic():
        if tolerated_by(project.pk) == severity:
            return
        Tolerance.objects.update_or_create(project=project, defaults={"severity": severity})
        tell(events.TOLERATES, project, by=by, facts={"name": str(project), "severity": severity})
