"""A sentence of a conversation that touches what was said before: a decision it contradicts, a question asked again."""

from decimal import Decimal
from typing import Any, ClassVar

from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from zhike.core.lifecycle.errors import Forbidden
from zhike.core.lifecycle.policies import may_work
from zhike.core.timeline.tell import tell
from zhike.domains.conversations import events


class Choice(models.TextChoices):
    """What is done with the decision."""

    KEEP = "keep", pgettext_lazy("what to do with a decision", "It holds")
    REOPEN = "reopen", pgettext_lazy("what to do with a decision", "Decide it again")
    AMEND = "amend", pgettext_lazy("what to do with a decision", "Put this in its place")


class RecalledQuerySet(models.QuerySet["Recalled"]):
    def against(self) -> "RecalledQuerySet":
        """Those that contradict a decision."""
        return self.exclude(why="")

    def again(self) -> "RecalledQuerySet":
        """Questions that were asked before."""
        return self.filter(why="")


class Recalled(models.Model):
    """`why` is how it contradicts the decision (number, date, negated …), empty for a question asked again; its former
    answer is the decision, or the conversation `earlier`. `hours` is what changing the decision costs.
    """

    stays_when_merged: ClassVar[bool] = True

    conversation = models.ForeignKey("conversations.Conversation", models.CASCADE, related_name="recalled")
    sentence = models.TextField()
    why = models.CharField(max_length=8, blank=True)
    decision = models.ForeignKey("agreements.Entry", models.PROTECT, null=True, related_name="+")
    earlier = models.ForeignKey("conversations.Conversation", models.CASCADE, null=True, related_name="+")
    choice = models.CharField(max_length=6, choices=Choice, blank=True)
    hours = models.DecimalField(gettext_lazy("cost in hours"), max_digits=7, decimal_places=1, null=True)

    objects: ClassVar[Any] = RecalledQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["conversation", "decision"], condition=~Q(why=""), name="recalled_against_once"
            ),
        ]

    def __str__(self) -> str:
        return self.sentence

    def choose(self, choice: str, *, by: Any, hours: Decimal | None = None) -> None:
        """Settle, once, what becomes of the decision. Raises Forbidden, WrongState."""
        if not may_work(by):
            raise Forbidden
        with transaction.atomic():
            row = (
                Recalled.objects.select_for_update(of=("self",))
                .select_related("conversation", "decision")
                .get(pk=self.pk)
            )
            if row.choice or not row.why or row.decision is None:
                return
            row.choice, row.hours = choice, hours
            row.save(update_fields=["choice", "hours"])
            _settle(row, by)


def _settle(row: Recalled, by: Any) -> None:
    decision: Any = row.decision
    reason = _("Said otherwise in %(where)s") % {"where": row.conversation.reference}
    if row.choice == Choice.REOPEN:
        decision.reopen(by=by, reason=row.sentence[:500])
    elif row.choice == Choice.AMEND:
        decision.renegotiate(by=by, text=row.sentence, reason=reason)
    else:
        tell(events.HELD, row.conversation, by=by, facts={"name": str(decision)})
