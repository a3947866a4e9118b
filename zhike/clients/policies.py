"""Who may do something with a client or contact."""

from typing import Any

from zhike.core.lifecycle.policies import may_work


def may_change(user: Any, record: Any) -> bool:
    """Who may work, and not what was merged into another: that one is changed instead."""
    return may_work(user) and getattr(record, "merged_into_id", None) is None
