"""Trying an idea out in a few hours of the quarter's budget."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from zhike.core.lifecycle.policies import may_work
from zhike.core.lifecycle.transition import transition
from zhike.core.record.amending import told
from zhike.core.timeline.moment import moment
from zhike.core.timeline.tell import tell
from zhike.domains.ideas import events
from zhike.domains.ideas.choices import State
from zhike.domains.ideas.errors import NotThatMany
from zhike.domains.ideas.models.weighing import stands
from zhike.domains.ideas.steps import SpendForm, TrialForm


class Trying:
    trial_hours: Decimal
    trial_from: date | None
    trial_until: date | None
    spent: Decimal

    @transition(
        source=State.WEIGHED, target=State.TRIAL, may=may_work, when=stands, tells=events.TRIED,
        label=_("Try it out"), icon="clock", form=TrialForm, look="primary",
    )  # fmt: skip
    def try_out(self: Any, *, by: Any, hours: Decimal, until: date | None = None) -> dict[str, Any]:
        """For `hours` at most, out of what this quarter still holds. Raises NotEnoughHours."""
        from zhike.domains.ideas.budget import check_left

        today = timezone.localdate(moment())
        check_left(hours, today)
        self.trial_hours, self.trial_from, self.trial_until = hours, today, until
        return {"name": str(self), "who": self.brought_by, "hours": told(hours), "until": told(until)}

    @transition(
        source=State.TRIAL, may=may_work, when=stands, tells=events.SPENT, label=_("Note hours"), icon="plus",
        form=SpendForm,
    )  # fmt: skip
    def spend(self: Any, *, by: Any, hours: Decimal, words: str) -> dict[str, Any]:
        """Hours that the trial took; below zero they are taken back. Raises NotThatMany.

        Whoever leads hears of it at the moment when they become more than was meant, once.
        """
        was_over = self.is_over_cap
        self.spent += hours
        if self.spent < 0:
            raise NotThatMany
        if self.is_over_cap and not was_over:
            self._tell_who_leads(by)
        return {"name": str(self), "who": self.brought_by, "hours": told(hours), "words": words}

    def _tell_who_leads(self: Any, by: Any) -> None:
        leads = self.project.lead if self.project else self.client.owner if self.client else self.owner
        people = {one.pk: told(one) for one in (leads, self.owner) if one}
        facts = {"name": str(self), "hours": told(self.trial_hours), "spent": told(self.spent)}
        tell(events.OVER_CAP, self, by=by, facts=facts | {"people": list(people.values())})
