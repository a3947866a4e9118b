"""Who may do something with a letter."""

from typing import Any

from django.utils import timezone

from zhike.core.lifecycle.policies import may_administer, may_work


def may_tend(user: Any, letter: Any) -> bool:
    """Whoever works with what it is about; a letter about nothing is its writer's and the administrators'."""
    return may_work(user) and bool(letter.client_id or letter.created_by_id == user.pk or may_administer(user))


def may_reword(user: Any, letter: Any) -> bool:
    """As long as it has not left, and the worker does not have it in hand."""
    return may_tend(user, letter) and letter.state not in {"sent", "bounced"} and is_at_rest(letter)


def is_at_rest(letter: Any) -> bool:
    """Whether no worker is sending it just now."""
    return letter.claimed_until is None or letter.claimed_until <= timezone.now()
