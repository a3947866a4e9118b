"""Who may do something with a comment."""

from typing import Any

from zhike.core.lifecycle.policies import may_administer, may_work


def may_reword(user: Any, comment: Any) -> bool:
    """Its author alone."""
    return may_work(user) and comment.created_by_id == user.pk


def may_retract(user: Any, comment: Any) -> bool:
    """Its author, or an administrator."""
    return may_reword(user, comment) or may_administer(user)
