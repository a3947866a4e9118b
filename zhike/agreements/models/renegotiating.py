"""Agreeing on other words: nothing is overwritten, a new entry takes the place of the old one."""

from datetime import date
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zhike.agreements import events
from zhike.agreements.choices import OPEN, State, Verb
from zhike.agreements.models.agreeing import only_with_contract, stands
from zhike.agreements.steps import RenegotiateForm
from zhike.agreements.twins.models import Twin
from zhike.core.lifecycle.policies import may_work
from zhike.core.lifecycle.transition import transition


class Renegotiating:
    state: Any
    superseded_by: Any

    @transition(
        source=OPEN, may=may_work, when=stands, against=only_with_contract, tells=events.RENEGOTIATED,
        label=_("Renegotiate"), icon="repeat", form=RenegotiateForm,
    )  # fmt: skip
    def renegotiate(
        self: Any, *, by: Any, reason: str, valid_from: date | None = None, agreed_by: Any = None, how: str = "",
        **changes: Any,
    ) -> dict[str, Any]:  # fmt: skip
        """Put other words in its place. Until the other side agrees these stand as proposed and the old ones hold; with
        `how` it has agreed already.
        """
        if how and self.supersedes_id:
            self._hold_line()
        start = max(valid_from or self.day_of_step(None), self.earliest(self.supersedes))
        successor = self.succeed(changes | {"reason": reason}, by=by, start=start, agreed_by=agreed_by, how=how)
        facts = {"by": successor.pk}
        self.no_longer_asked()
        if how:
            self.superseded_by, self.state = successor, State.SUPERSEDED
            successor.replaces(self.supersedes, by)
            self.enter(Verb.SUPERSEDED, State.SUPERSEDED, by=by, on=start, reason=reason, facts=facts)
        else:
            self.enter(Verb.RENEGOTIATED, self.state, by=by, reason=reason, facts=facts)
        return self.told(who=agreed_by, now=str(successor), reason=reason)

    def _hold_line(self: Any) -> None:
        """Lock what stands before it in its thread ahead of the client's chain, as who acts on one of those does."""
        thread = self.thread or self.pk
        line = type(self)._base_manager.filter(Q(thread=thread) | Q(pk=thread), pk__lt=self.pk).order_by("pk")
        list(line.select_for_update(no_key=True).values_list("pk"))

    def succeed(
        self: Any, changes: dict[str, Any], *, by: Any, start: date, agreed_by: Any = None, how: str = ""
    ) -> Any:
        """The next entry of the thread: what was, but for what changes. What was over by then has no end again."""
        same = (
            "side", "text", "subject", "aspect", "measure", "question", "alternatives", "person", "contact", "owner",
            "due_on", "due_time", "valid_until", "number", "importance", "level", "confidence", "quantity", "unit",
            "amount", "currency", "twin", "prevails", "hours_from", "hours_until", "weekdays", "channels",
        )  # fmt: skip
        values = {name: getattr(self, name) for name in same} | changes
        if values["valid_until"] and values["valid_until"] < start:
            values["valid_until"] = None
        made = type(self).objects.add(
            by=by, contact_agreed=agreed_by, how=how, **values, valid_from=start, client=self.client, supersedes=self,
            thread=self.thread or self.pk, round=self.round + 1,
        )  # fmt: skip
        Twin.objects.pass_on(self, made, ("question", "subject", "measure", "alternatives"))
        return made
