"""Working here, leaving, coming back. Someone who left is put away; what they did keeps their name."""

from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from zhike.core.access import events
from zhike.core.access.errors import LastAdministrator, StillAnswers
from zhike.core.access.forms import LeavingStep
from zhike.core.access.policies import may_look_after
from zhike.core.access.sessions import end_sessions
from zhike.core.lifecycle.policies import may_administer
from zhike.core.lifecycle.transition import transition
from zhike.core.record.handing_over import open_things


def works_here(person: Any) -> bool:
    return bool(person.is_active and person.archived_at is None)


def has_left(person: Any) -> bool:
    return not works_here(person)


class Staying:
    """What lists and bulk actions know as archiving is, for a person, the end of their access."""

    @transition(
        may=may_look_after,
        when=works_here,
        tells=events.LEFT,
        label=_("Deactivate"),
        icon="leave",
        look="danger",
        form=LeavingStep,
    )
    def archive(self: Any, *, by: Any, leave_open: bool = False) -> dict[str, Any]:
        """End their access and every session. Raises LastAdministrator, and StillAnswers for what is not handed over.

        `leave_open` says that what is open stays theirs, with the deputies.
        """
        if not leave_open and (still := open_things(self)):
            raise StillAnswers(self, still)
        keep_an_administrator(self)
        _works(self, since_left=timezone.now())
        end_sessions(self.pk)
        return {"name": self.name}

    @transition(may=may_administer, when=has_left, tells=events.RETURNED, label=_("Activate again"), icon="undo")
    def restore(self: Any, *, by: Any) -> dict[str, Any]:
        """They sign in with the password they had."""
        _works(self, since_left=None)
        return {"name": self.name}


def _works(person: Any, since_left: datetime | None) -> None:
    person.is_active, person.archived_at = since_left is None, since_left


def keep_an_administrator(leaving: Any) -> None:
    """Locks all administrators, so that two cannot leave at once. Raises LastAdministrator."""
    staff = type(leaving)._default_manager.at_work().filter(role="admin").order_by("pk")
    left = set(staff.select_for_update(no_key=True).values_list("pk", flat=True))
    if left == {leaving.pk}:
        raise LastAdministrator
