"""What a person is given, and what they choose for themselves."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from zhike.core.access import events
from zhike.core.access.forms import PasswordStep
from zhike.core.access.models.staying import works_here
from zhike.core.access.policies import is_oneself, may_look_after
from zhike.core.access.protected import has_second_factor, take_second_factors
from zhike.core.access.sessions import end_sessions
from zhike.core.lifecycle.transition import transition

PREFERENCES = frozenset({"name", "language", "time_zone", "theme"})


def never_came(person: Any) -> bool:
    return works_here(person) and person.last_login is None


class OwnBusiness:
    @transition(
        may=may_look_after,
        when=works_here,
        tells=events.PASSWORD_GIVEN,
        label=_("Set a password"),
        icon="key",
        form=PasswordStep,
    )
    def give_password(self: Any, *, by: Any, password: str) -> dict[str, Any]:
        """Their sessions end, since each is tied to the password it began with."""
        self.set_password(password)
        return {"name": self.name}

    @transition(
        may=may_look_after, when=never_came, tells=events.INVITED, label=_("Send an invitation"), icon="mail",
    )  # fmt: skip
    def invite(self: Any, *, by: Any) -> dict[str, Any]:
        """A mail with a link that works once, to choose a password; again for who has not come yet."""
        return {"name": self.name}

    @transition(
        may=may_look_after, when=has_second_factor, tells=events.FACTORS_RESET, label=_("Reset the second step"),
        icon="lock", look="danger",
    )  # fmt: skip
    def reset_second_factors(self: Any, *, by: Any) -> dict[str, Any]:
        """For who lost phone, keys and recovery codes: the password alone opens, and every session ends."""
        end_sessions(self.pk)
        return {"name": self.name, "factors": take_second_factors(self)}

    def prefer(self: Any, *, by: Any, **values: str) -> Any:
        """One's own name, language, time zone and theme; the event, or None. Raises Forbidden for anyone else."""
        if unknown := set(values) - PREFERENCES:
            raise TypeError(f"not for oneself to choose: {sorted(unknown)}")
        return self.amend_if(is_oneself, by=by, **values)
