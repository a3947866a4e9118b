"""How a risk or a problem ends, and what becomes of it."""

from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from zhike.core.lifecycle.policies import may_work
from zhike.core.lifecycle.transition import transition
from zhike.core.timeline.moment import moment
from zhike.domains.projects.models.of_project import stands
from zhike.domains.projects.risks import events
from zhike.domains.projects.risks.choices import ALIVE, Kind, State
from zhike.domains.projects.risks.steps import CloseForm, HandleForm, HappenForm


def _may_happen(risk: Any) -> bool:
    return stands(risk) and risk.kind == Kind.RISK


class Ending:
    ended_on: date | None
    told_on: date | None
    chosen: Any
    outcome: str

    @transition(
        source=ALIVE, target=State.HANDLED, may=may_work, when=stands, tells=events.HANDLED, label=_("Handled"),
        icon="check", form=HandleForm,
    )  # fmt: skip
    def handle(self: Any, *, by: Any, words: str) -> dict[str, Any]:
        """It is dealt with; `words` say how."""
        self._ends(words)
        return {"name": str(self), "words": words}

    @transition(
        source=ALIVE, target=State.HAPPENED, may=may_work, when=_may_happen, tells=events.HAPPENED,
        label=_("It has happened"), icon="warning", form=HappenForm,
    )  # fmt: skip
    def happen(self: Any, *, by: Any, words: str = "", due_on: date | None = None) -> dict[str, Any]:
        """The risk ends, and a problem begins with what is known of it and the ways out that were thought of."""
        self._ends(words)
        problem = type(self).objects.add(
            by=by, project=self.project, kind=Kind.PROBLEM, title=self.title, cause=self.cause,
            effect=words or self.effect, impact=self.impact, owner=self.owner, due_on=due_on, former=self,
        )  # fmt: skip
        for one in self.options.all():
            problem.options.create(
                words=one.words, amount=one.amount, currency=one.currency, days=one.days, added_by=one.added_by
            )
        return {"name": str(self), "problem": problem.pk}

    @transition(
        source=ALIVE, target=State.CLOSED, may=may_work, when=stands, tells=events.CLOSED, label=_("Close"),
        icon="close", form=CloseForm,
    )  # fmt: skip
    def close(self: Any, *, by: Any, reason: str) -> dict[str, Any]:
        """It can no longer happen, or no longer matters."""
        self._ends(reason)
        return {"name": str(self), "reason": reason}

    @transition(
        source=(State.HANDLED, State.CLOSED), target=State.OPEN, may=may_work, when=stands, tells=events.REOPENED,
        label=_("Open again"), icon="undo",
    )  # fmt: skip
    def reopen(self: Any, *, by: Any) -> dict[str, Any]:
        """Whoever is told is told anew."""
        self.outcome, self.ended_on, self.told_on, self.chosen = "", None, None, None
        return {"name": str(self)}

    def _ends(self, words: str) -> None:
        self.outcome, self.ended_on = words, timezone.localdate(moment())
