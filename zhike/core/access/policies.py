"""Who may do what with a person's access."""

from typing import Any

from zhike.core.lifecycle.policies import may_administer


def is_oneself(user: Any, person: Any) -> bool:
    """One's own name, language and look are one's own business."""
    return bool(user and user.is_active and user.pk == person.pk)


def may_look_after(user: Any, person: Any) -> bool:
    """Administrators, for everyone but themselves: nobody locks themselves out."""
    return may_administer(user) and user.pk != person.pk and not person.is_system
