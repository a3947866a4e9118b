"""Doing is a predicate over (user, record). Seeing is a queryset; see `visible_to`."""

from typing import Any


def may_work(user: Any, record: Any = None) -> bool:
    """Everyone but readers."""
    return bool(user and user.is_active and user.role != "readonly")


def may_lead(user: Any, record: Any = None) -> bool:
    """Managers, administrators, and the program itself."""
    return bool(user and user.is_active and (user.is_system or user.role in {"manager", "admin"}))


def may_administer(user: Any, record: Any = None) -> bool:
    """Administrators, and the program itself: it makes the first of them."""
    return bool(user and user.is_active and (user.is_system or user.role == "admin"))


def may_nobody(user: Any, record: Any = None) -> bool:
    """For what only the program itself writes."""
    return bool(user and user.is_system)
