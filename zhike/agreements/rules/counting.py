"""The steps of a clause that says how often something is revised: what used a round, and what did not after all."""

from datetime import date
from typing import Any

from django.apps import apps
from django.utils.translation import gettext_lazy as _

from zhike.agreements.choices import ClauseKind, Side, State
from zhike.agreements.rules import events
from zhike.agreements.rules.choices import How
from zhike.agreements.rules.errors import NoRounds, OtherClient, UsedAlready
from zhike.agreements.rules.steps import BackForm, UseForm
from zhike.core.lifecycle.policies import may_work
from zhike.core.lifecycle.transition import transition
from zhike.core.timeline.moment import moment
from zhike.core.timeline.tell import tell


def _is_of_rounds(clause: Any) -> bool:
    return bool(clause.aspect == ClauseKind.REVISIONS)


def _counts(clause: Any) -> NoRounds | None:
    in_force = _is_of_rounds(clause) and clause.state == State.CONFIRMED and clause.quantity is not None
    return None if in_force else NoRounds()


class Counting:
    client: Any

    @transition(
        may=may_work, against=_counts, tells=events.ROUND_USED, label=_("Note a round"), icon="repeat", form=UseForm,
        look="apart",
    )  # fmt: skip
    def use_round(self: Any, *, by: Any, source: Any, used_on: date, note: str = "") -> dict[str, Any]:
        """This record (a conversation, a meeting) used a round; one that is looked at in rounds (`round_asked`: a
        deliverable) uses one a day at most. The round above those agreed is a rule crossed by them, whoever asked us
        for the others. Raises NoRounds, OtherClient, UsedAlready.
        """
        if getattr(source, "timeline_client_id", None) != self.client_id:
            raise OtherClient
        known = _rounds().of_clauses([self]).standing()
        before = known.of(source)
        if (before.filter(used_on=used_on) if hasattr(source, "round_asked") else before).exists():
            raise UsedAlready
        place = {"record_type": source._meta.label_lower, "record_id": source.pk}
        made = self.rounds.create(by=by, used_on=used_on, note=note, **place)
        facts = {"number": known.count(), "agreed": int(self.quantity), "name": str(source)}
        if facts["number"] > facts["agreed"]:
            values = {"side": Side.THEM, "crossed_at": made.noted_at}
            self.crossings.get_or_create(how=How.ROUND, **place, defaults=values)
            tell(events.ROUND_OUTSIDE, self, by=by, client=self.client, facts=facts)
        return facts | {"round": made.pk}

    @transition(
        may=may_work, when=_is_of_rounds, tells=events.ROUND_TAKEN_BACK, label=_("Take a round back"), icon="undo",
        form=BackForm, look="apart",
    )  # fmt: skip
    def take_round_back(self: Any, *, by: Any, round: Any, note: str) -> dict[str, Any]:
        """It was no round after all; the row stays, and says why. Raises UsedAlready."""
        if round.takes_back_id or _rounds().filter(takes_back=round).exists():
            raise UsedAlready
        same = {name: getattr(round, name) for name in ("clause", "record_type", "record_id", "used_on")}
        _rounds().create(**same, by=by, note=note, takes_back=round, noted_at=moment())
        inside = _rounds().of_clauses([self]).standing()[: int(self.quantity or 0)]
        for one in (round, *inside):
            place = {"record_type": one.record_type, "record_id": one.record_id}
            one.clause.crossings.filter(how=How.ROUND, **place).delete()
        return {"name": str(self), "reason": note}


def _rounds() -> Any:
    return apps.get_model("engagement.Round").objects.all()
