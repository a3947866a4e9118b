"""Building what was agreed."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.core.base.listing import listed
from zhike.core.lifecycle.policies import may_work
from zhike.core.lifecycle.transition import transition
from zhike.core.timeline.tell import tell
from zhike.domains.requirements import events
from zhike.domains.requirements.choices import Kind, State
from zhike.domains.requirements.errors import NotConfirmed, NotIncluded, Undecided
from zhike.domains.requirements.ledger import HOLDS, standing
from zhike.domains.requirements.models.analysing import stands
from zhike.domains.requirements.steps import StartForm


def _is_wanted(requirement: Any) -> bool:
    return stands(requirement) and requirement.kind != Kind.WONT


class Building:
    @transition(
        source=State.AGREED, target=State.BUILDING, may=may_work, when=_is_wanted, tells=events.STARTED,
        label=_("Begin to build it"), icon="right", look="primary", form=StartForm,
    )  # fmt: skip
    def start(self: Any, *, by: Any, reason: str = "") -> dict[str, Any]:
        """`reason` says how it was settled that a clause leaves it out. Raises NotIncluded where one does and nothing
        is said; NotConfirmed where the client has put the words in question since, Undecided where their own people
        contradict each other and whoever decides has not confirmed that this holds.
        """
        self._check_ready()
        if left_out := self.left_out_by:
            if not reason:
                raise NotIncluded(left_out)
            facts = {"name": str(self), "what": listed(str(one) for one in left_out), "reason": reason}
            tell(events.SETTLED_OUTSIDE, self, by=by, facts=facts)
        return {"name": str(self)}

    @property
    def left_out_by(self: Any) -> tuple[Any, ...]:
        """Clauses that say it is not included."""
        from zhike.domains.requirements.checking import left_out_by

        return left_out_by(self.wording or self.statement, self.client, but=self)

    @property
    def checked(self: Any) -> Any:
        """Clauses that leave it out, and the same wish heard before."""
        from zhike.domains.requirements.checking import checked

        return checked(self.wording or self.statement, self.client, but=self)

    @transition(
        source=(State.AGREED, State.BUILDING), target=State.BUILT, may=may_work, when=_is_wanted, tells=events.BUILT,
        label=pgettext_lazy("requirement", "It is built"), icon="check",
    )  # fmt: skip
    def finish(self: Any, *, by: Any) -> dict[str, Any]:
        """Whether it is as they expected is asked when they accept it. Raises NotConfirmed, Undecided."""
        self._check_ready()
        return {"name": str(self)}

    def _check_ready(self: Any) -> None:
        from zhike.domains.requirements.finding import undecided

        if standing(self.entry).state not in HOLDS:
            raise NotConfirmed
        if others := undecided(self):
            raise Undecided(others)
