"""Who may do something with a hand-over note."""

from typing import Any

from zhike.core.lifecycle.policies import may_lead, may_work


def may_mend(user: Any, note: Any) -> bool:
    """Who wrote it and those who lead, until it is read."""
    return may_work(user) and note.state == "unread" and (user.pk == note.created_by_id or may_lead(user))


def may_receive(user: Any, note: Any) -> bool:
    """The successor alone: nobody can have read it for somebody else."""
    return may_work(user) and user.pk == note.successor_id
