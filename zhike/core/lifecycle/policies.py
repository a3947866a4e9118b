"""Doing is a predicate over (user, record). Seeing is a queryset; see `visible_to`."""

from typing import Any


def may_work(user: Any, record: Any = None) -> bool:
    """Everyone but readers."""
    return bool(user and user.is_active and user.role != "readonly")


def may_lead(user: Any, record: Any = None) -> bool:
    """Managers and administrators."""
    return bool(user and user.is_active and user.role in {"manager", "admin"})


def may_administer(user: Any, record: Any = None) -> bool:
    return bool(user and user.is_active and user.role == "admin")


def may_nobody(user: Any, record: Any = None) -> bool:
    """For what only the program itself writes."""
    return bool(user and user.is_system)
