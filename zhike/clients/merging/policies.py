"""Who may merge, and who may take apart."""

from typing import Any

from zhike.clients.merging.models import Merge
from zhike.core.lifecycle.policies import may_lead, may_work


def may_merge(user: Any, one: Any, other: Any) -> bool:
    """Managers and administrators, and who owns both."""
    return may_lead(user) or (may_work(user) and all(_owner_of(record) == user.pk for record in (one, other)))


def may_take_apart(user: Any, merge: Merge, winner: Any, loser: Any) -> bool:
    """Whoever might have merged them, and who did."""
    return may_merge(user, winner, loser) or (may_work(user) and merge.by_id == user.pk)


def _owner_of(record: Any) -> int | None:
    """A contact is looked after by the owner of its client; without a client by who added it."""
    if hasattr(record, "owner_id"):
        return record.owner_id
    return record.client.owner_id if record.client_id else record.created_by_id
