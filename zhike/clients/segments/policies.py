"""Who may change a segment."""

from typing import Any

from zhike.core.lifecycle.policies import may_lead, may_work


def may_tend(user: Any, segment: Any = None) -> bool:
    """Its owner; managers and administrators, those that all see."""
    return may_work(user) and (segment is None or segment.owner_id in (None, user.pk) or _leads(user, segment))


def _leads(user: Any, segment: Any) -> bool:
    return may_lead(user) and (segment.visibility != "own" or user.sees_all)
