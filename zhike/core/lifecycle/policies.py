"""Who may do what: predicates over (user, record). Who may see what is a queryset instead; see `visible_to`."""

from typing import Any


def may_work(user: Any, record: Any = None) -> bool:
    """Everyone at work but those whose role is to read only."""
    return bool(user and user.is_active and user.role != "readonly")


def may_lead(user: Any, record: Any = None) -> bool:
    """Managers, administrators, and the program itself."""
    return bool(user and user.is_active and (user.is_system or user.role in {"manager", "admin"}))


def may_administer(user: Any, record: Any = None) -> bool:
    """Administrators, and the program itself: it makes the first of them."""
    return bool(user and user.is_active and (user.is_system or user.role == "admin"))


def may_nobody(user: Any, record: Any = None) -> bool:
    """Only the program itself: for what no person may write."""
    return bool(user and user.is_system)
