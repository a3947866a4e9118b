"""Who may decide, and who may take back what they asked."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Q

from zhike.core.lifecycle.policies import may_administer, may_work


def seat_for(user: Any, approval: Any, known: Sequence[Any] | None = None) -> Any:
    """The open seat from which this person may answer now: their own, else one that they act for; or None.

    Nobody answers twice, and nobody on their own request unless nobody else may. `known` are the seats, if at hand.
    """
    from zhike.core.approval.models import Delegation, Seat

    if not may_work(user) or (approval.asked_by_id == user.pk and not approval.alone):
        return None
    seats = known or list(Seat.objects.filter(approval=approval).select_related("person").order_by("pk"))
    if any(seat.decided_by_id == user.pk for seat in seats):
        return None
    free = {seat.person_id: seat for seat in seats if not seat.answer}
    if user.pk in free or not free:
        return free.get(user.pk)
    given = Delegation.objects.given_to(user).filter(person__in=free).order_by("pk")
    return next((free[pk] for pk in given.values_list("person_id", flat=True)), None)


def may_decide(user: Any, approval: Any) -> bool:
    return seat_for(user, approval) is not None


def open_to(user: Any) -> Q:
    """Which approvals wait for this person: the same as `may_decide`, as a condition on many."""
    from zhike.core.approval.models import Delegation, Seat

    if not may_work(user):
        return Q(pk__in=())
    seats = Seat.objects.filter(Q(person=user) | Q(person__in=Delegation.objects.given_to(user).values("person")))
    answered = Seat.objects.filter(decided_by=user)
    mine = Q(asked_by=user, alone=False)
    open_seats = Q(pk__in=seats.filter(answer="").values("approval"))
    return Q(state="waiting", archived_at=None) & open_seats & ~mine & ~Q(pk__in=answered.values("approval"))


def may_take_back(user: Any, approval: Any) -> bool:
    """Whoever asked, and administrators."""
    return may_administer(user) or (may_work(user) and approval.asked_by_id == user.pk)
