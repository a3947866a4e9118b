"""Ten minutes for an idea: what it is worth, what it costs, whether it fits."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from zhike.core.lifecycle.policies import may_work
from zhike.core.lifecycle.transition import transition
from zhike.domains.ideas import events
from zhike.domains.ideas.choices import MOST, Cost, State
from zhike.domains.ideas.steps import WeighForm


def stands(idea: Any) -> bool:
    return idea.archived_at is None


def score_of(value: int, cost: int, fit: int) -> int:
    """From 3 to 15: a point for each of worth and fit, and one for each mark by which it could cost more."""
    return value + fit + len(Cost) + 1 - cost


class Weighing:
    value: int | None
    cost: int | None
    fit: int | None
    score: int | None

    @transition(
        source=(State.NOTED, State.WEIGHED), target=State.WEIGHED, may=may_work, when=stands, tells=events.WEIGHED,
        label=_("Weigh it"), icon="sort", form=WeighForm, look="primary",
    )  # fmt: skip
    def weigh(self: Any, *, by: Any, value: int, cost: int, fit: int, measure: str, **why: str) -> dict[str, Any]:
        """Each from 1 to 5; `value_why`, `cost_why` and `fit_why` say in a sentence why."""
        self.value, self.cost, self.fit, self.measure = value, cost, fit, measure
        for name in ("value_why", "cost_why", "fit_why"):
            setattr(self, name, why[name])
        self.score = score_of(value, cost, fit)
        return {"name": str(self), "who": self.brought_by, "score": self.score, "most": MOST}
