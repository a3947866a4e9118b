"""Who may do something with a to-do."""

from typing import Any

from zhike.core.lifecycle.policies import may_work


def may_tend(user: Any, todo: Any) -> bool:
    """Whoever may work with what it is about; a to-do about nothing is its owner's and its author's alone."""
    if not may_work(user):
        return False
    return bool(todo.client_id or todo.record_type) or user.pk in {todo.owner_id, todo.created_by_id}
