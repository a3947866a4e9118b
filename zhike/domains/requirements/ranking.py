"""By which method requirements are ranked, for a project or for all; and what follows when that changes."""

from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import Case, OuterRef, Subquery, When
from django.db.models.functions import Coalesce

from zhike.core.lifecycle.errors import Forbidden
from zhike.core.lifecycle.policies import may_lead, may_work
from zhike.core.timeline.tell import tell
from zhike.domains.requirements import events
from zhike.domains.requirements.choices import Kind, Method
from zhike.domains.requirements.models import Ranking, Rating, Requirement
from zhike.domains.requirements.priority import moscow


def may_set(user: Any, project: Any) -> bool:
    """Whoever works on it chooses for a project; for all, whoever leads."""
    return may_work(user) if project else may_lead(user)


def set_ranking(*, by: Any, project: Any = None, method: str, **weights: int) -> Ranking:
    """Choose, and put in order anew what this decides: by what was rated with that method before. Raises Forbidden."""
    if not may_set(by, project):
        raise Forbidden
    with transaction.atomic():
        kept, _made = Ranking.objects.select_for_update().get_or_create(project=project)
        before = kept.method
        kept.method = method
        for name, weight in weights.items():
            setattr(kept, name, weight)
        kept.save()
        reorder(kept)
        told = {"method": method, "was": before, "name": str(project or "")}
        tell(events.RANKING_SET, project or kept, by=by, facts=told)
    return kept


def reorder(ranking: Ranking) -> None:
    """The requirements that it decides about get the score of their last rating by its method; none, where none is."""
    found = Requirement.objects.filter(project=ranking.project)
    if ranking.project is None:
        ruled = Ranking.objects.exclude(project=None).values("project")
        found = Requirement.objects.exclude(project__in=ruled)
    if ranking.method == Method.MOSCOW:
        by_kind = Case(*(When(kind=kind, then=moscow(kind)) for kind in Kind))
        found.update(method=Method.MOSCOW, priority=by_kind)
        return
    last = Rating.objects.filter(requirement=OuterRef("pk"), method=ranking.method).order_by("-pk")
    found.update(method=ranking.method, priority=Coalesce(Subquery(last.values("score")[:1]), Decimal(0)))
