"""Weighing a requirement: how soon, whether it can be built and how, and what the market says."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from zhike.core.lifecycle.policies import may_work
from zhike.core.lifecycle.transition import transition
from zhike.core.timeline.moment import moment
from zhike.domains.requirements import events
from zhike.domains.requirements.choices import LIVING, Method, State
from zhike.domains.requirements.errors import NoPath
from zhike.domains.requirements.models.analysing import stands
from zhike.domains.requirements.priority import moscow
from zhike.domains.requirements.rating import rated
from zhike.domains.requirements.weighing_steps import EvidenceForm, JudgeForm, PathForm, RateForm

WEIGHED = (*LIVING, State.PARKED)


def can_be_rated(requirement: Any) -> bool:
    """How much was agreed stands in the ledger: that is not rated anew."""
    return stands(requirement) and not (requirement.method == Method.MOSCOW and requirement.entry_id)


class Weighing:
    kind: str
    method: str
    priority: Any
    verdict: str
    verdict_why: str

    @transition(
        source=WEIGHED, may=may_work, when=can_be_rated, tells=events.RATED, label=_("Rate its priority"),
        icon="sort", form=RateForm,
    )  # fmt: skip
    def rate(self: Any, *, by: Any, reason: str, **said: Any) -> dict[str, Any]:
        """By the method of its project; `said` is what that method asks. Each rating stays, with its reason."""
        values, self.priority = rated(self.method, said, self.ranking().weights)
        if self.method == Method.MOSCOW:
            self.kind = said["kind"]
        self.ratings.create(
            method=self.method, values=values, score=self.priority, reason=reason, rated_by=by, rated_at=moment()
        )
        return {"name": str(self), "method": self.method, "score": str(self.priority), "reason": reason}

    @transition(
        source=WEIGHED, may=may_work, when=stands, tells=events.FOUND_PATH, label=_("Add a way to build it"),
        icon="plus", form=PathForm,
    )  # fmt: skip
    def add_path(self: Any, *, by: Any, **said: Any) -> dict[str, Any]:
        """`said`: the way, and what it takes of days, cost, people, technology."""
        path = self.paths.create(added_by=by, **said)
        return {"name": str(self), "way": path.way}

    @transition(
        source=WEIGHED, may=may_work, when=stands, tells=events.JUDGED, label=_("Say whether it can be built"),
        icon="check", form=JudgeForm,
    )  # fmt: skip
    def judge(self: Any, *, by: Any, verdict: str, reason: str, path: Any = None) -> dict[str, Any]:
        """Raises NoPath before at least one way was looked at."""
        if not self.paths.exists():
            raise NoPath
        self.verdict, self.verdict_why = verdict, reason
        self.paths.update(chosen=False)
        if path is not None:
            self.paths.filter(pk=path.pk).update(chosen=True)
        return {"name": str(self), "verdict": verdict, "reason": reason}

    @transition(
        source=WEIGHED, may=may_work, when=stands, tells=events.FOUND_EVIDENCE, label=_("Add what the market shows"),
        icon="chart", form=EvidenceForm,
    )  # fmt: skip
    def add_evidence(self: Any, *, by: Any, said: str, **more: Any) -> dict[str, Any]:
        self.evidence.create(said=said, added_by=by, added_on=timezone.localdate(moment()), **more)
        return {"name": str(self), "words": said}

    def ranking(self: Any) -> Any:
        from zhike.domains.requirements.models.ranking import Ranking

        return Ranking.objects.ruling(self.project_id)

    def rank(self: Any) -> None:
        """By the method that holds for it now: what was rated with it last, nothing where nothing was."""
        self.method = self.ranking().method
        if self.method == Method.MOSCOW:
            self.priority = moscow(self.kind)
        else:
            last = self.ratings.filter(method=self.method).last() if self.pk else None
            self.priority = last.score if last else 0
