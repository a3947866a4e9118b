"""Who may hand out or erase what is known about a person."""

from typing import Any

from zhike.core.lifecycle.policies import may_lead


def may_erase(user: Any, _person: Any = None) -> bool:
    """Managers and administrators; the full export too, since it holds what its reader might not see otherwise."""
    return may_lead(user) and not user.is_system
