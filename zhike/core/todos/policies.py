"""Who may do something with a to-do."""

from typing import Any

from zhike.core.lifecycle.policies import may_work
from zhike.core.record.seeing import those_who_see
from zhike.core.todos.errors import Unseeing


def may_tend(user: Any, todo: Any) -> bool:
    """Whoever may work with what it is about; a to-do about nothing is its owner's and its author's alone."""
    if not may_work(user):
        return False
    return bool(todo.client_id or todo.record_type) or user.pk in {todo.owner_id, todo.created_by_id}


def check_owner(owner: Any, about: Any, *, by: Any) -> None:
    """Raise Unseeing if a to-do about this record would go to someone who does not see it."""
    if owner and about and owner != by and not those_who_see(about, [owner]):
        raise Unseeing(owner, about)
