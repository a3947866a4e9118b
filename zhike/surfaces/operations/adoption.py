"""Who uses what: counted from the one stream of events of the last thirty days."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.db.models import Count
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from zhike.core.access.areas import AREAS
from zhike.core.access.models import User
from zhike.core.resources.registry import resource_of
from zhike.core.timeline.kinds import private_kinds
from zhike.core.timeline.models import Event

DAYS = 30
OTHER: dict[str, str | Promise] = {"jobs.job": _("Long work"), "access.company": _("Settings")}


@dataclass
class Use:
    """Of one feature: how much each person did with it, by their number."""

    label: str | Promise
    by: Counter[int] = field(default_factory=Counter)

    @property
    def acts(self) -> int:
        return self.by.total()

    @property
    def people(self) -> int:
        return len(self.by)

    @property
    def most(self) -> list[int]:
        return [person for person, _number in self.by.most_common(3)]


def uses() -> tuple[list[Use], list[str | Promise]]:
    """(what was used, the most people first; areas that nobody used)."""
    since = timezone.now() - timedelta(days=DAYS)
    events = Event.objects.filter(at__gte=since, actor__is_system=False).exclude(kind__in=private_kinds())
    found: dict[str, Use] = {}
    for record_type, person, number in events.values_list("record_type", "actor").annotate(Count("pk")):
        if label := _label(record_type):
            found.setdefault(record_type, Use(label)).by[person] += number
    used = {record_type.partition(".")[0] for record_type in found}
    unused = [area.label for area in AREAS.values() if area.package.rpartition(".")[2] not in used]
    return sorted(found.values(), key=lambda one: (-one.people, -one.acts)), unused


def people() -> list[dict[str, Any]]:
    """Everyone who works here, with how much they did, the quietest first."""
    since = timezone.now() - timedelta(days=DAYS)
    acts = Event.objects.filter(at__gte=since).exclude(kind__in=private_kinds()).values_list("actor")
    counted = acts.annotate(Count("pk"), Count("record_type", distinct=True))
    told = {who: (number, kinds) for who, number, kinds in counted}
    rows = [dict(zip(("acts", "kinds"), told.get(one.pk, (0, 0)), strict=True), person=one) for one in _staff()]
    return sorted(rows, key=lambda row: row["acts"])


def _staff() -> list[User]:
    return list(User.objects.at_work().order_by("name"))


def _label(record_type: str) -> str | Promise:
    resource = resource_of(record_type)
    return resource.plural if resource else OTHER.get(record_type, "")
