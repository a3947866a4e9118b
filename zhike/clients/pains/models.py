"""One pain point."""

from typing import Any

from django.db import models
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.clients.pains import events
from zhike.clients.pains.steps import SolutionForm, WhyForm
from zhike.clients.sourced import Sourced
from zhike.core.lifecycle.policies import may_work
from zhike.core.lifecycle.transition import transition
from zhike.core.record.models import Record
from zhike.core.timeline.kinds import EventKind


class Severity(models.TextChoices):
    NAGS = "nags", _("Nags")
    HURTS = "hurts", _("Hurts")
    BLOCKS = "blocks", _("Blocks their work")


class State(models.TextChoices):
    OPEN = "open", pgettext_lazy("pain point", "Open")
    SOLVING = "solving", _("Being solved")
    SOLVED = "solved", _("Solved")
    ACCEPTED = "accepted", pgettext_lazy("pain point", "Accepted")
    DROPPED = "dropped", _("Dropped")


LIVING = (State.OPEN, State.SOLVING)
ENDED = (State.SOLVED, State.ACCEPTED, State.DROPPED)


def _stands(pain: Any) -> bool:
    return pain.archived_at is None


class PainPoint(Sourced, Record):
    """`statement` is in the client's own words; `source_text` names the evidence: a conversation, a file, a page."""

    prefix = "PP"
    label_fields = ("statement",)

    client = models.ForeignKey("clients.Client", models.PROTECT, verbose_name=_("client"), related_name="pains")
    statement = models.TextField(_("in their words"))
    said_by = models.ForeignKey(
        "clients.Contact", models.PROTECT, null=True, blank=True, verbose_name=_("said by"), related_name="pains"
    )
    severity = models.CharField(_("severity"), max_length=6, choices=Severity, default=Severity.HURTS)
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.OPEN, editable=False)
    solution = models.TextField(_("what we offer against it"), blank=True)

    class Meta(Record.Meta):
        verbose_name, verbose_name_plural = _("pain point"), _("pain points")
        indexes = [*Record.Meta.indexes, models.Index(fields=["client", "state"], name="pain_of_client")]

    def __str__(self) -> str:
        return Truncator(self.statement).chars(80)

    def tells_added(self, values: dict[str, Any]) -> EventKind:
        return events.NOTED

    @transition(
        source=State.OPEN, target=State.SOLVING, may=may_work, when=_stands, tells=events.TAKEN_ON,
        label=_("Take it on"), icon="arrow", form=SolutionForm, look="primary",
    )  # fmt: skip
    def take_on(self, *, by: Any, solution: str) -> dict[str, Any]:
        """Something is offered against it."""
        return self._offer(solution)

    @transition(
        source=LIVING, target=State.SOLVED, may=may_work, when=_stands, tells=events.SOLVED, label=_("Solved"),
        form=SolutionForm,
    )  # fmt: skip
    def solve(self, *, by: Any, solution: str) -> dict[str, Any]:
        return self._offer(solution)

    @transition(
        source=LIVING, target=State.ACCEPTED, may=may_work, when=_stands, tells=events.ACCEPTED,
        label=_("They live with it"), icon="neutral", form=WhyForm,
    )  # fmt: skip
    def accept(self, *, by: Any, why: str) -> dict[str, Any]:
        return {"name": str(self), "why": why}

    @transition(
        source=LIVING, target=State.DROPPED, may=may_work, when=_stands, tells=events.DROPPED, label=_("Drop"),
        icon="close", form=WhyForm,
    )  # fmt: skip
    def drop(self, *, by: Any, why: str) -> dict[str, Any]:
        return {"name": str(self), "why": why}

    @transition(
        source=ENDED, target=State.OPEN, may=may_work, when=_stands, tells=events.REOPENED, label=_("It hurts again"),
        icon="undo",
    )  # fmt: skip
    def reopen(self, *, by: Any) -> dict[str, Any]:
        return {"name": str(self)}

    def _offer(self, solution: str) -> dict[str, Any]:
        self.solution = solution
        return {"name": str(self), "solution": solution}
