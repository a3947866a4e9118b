"""Who may do something with a webhook or a delivery."""

from typing import Any

from zhike.core.lifecycle.policies import may_work


def may_tend(user: Any, record: Any) -> bool:
    """Its keeper, and administrators."""
    return may_work(user) and (user.sees_all or user.pk == keeper_of(record))


def keeper_of(record: Any) -> int | None:
    """Of a delivery, the keeper of its webhook."""
    owner: int | None = record.owner_id if hasattr(record, "owner_id") else record.webhook.owner_id
    return owner
