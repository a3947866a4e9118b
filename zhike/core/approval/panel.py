"""An approval as its own page, the page of its record and lists of decisions show it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.text import capfirst

from zhike.core.approval.models import Approval, Seat
from zhike.core.approval.policies import seat_for
from zhike.core.resources.reader import Reader
from zhike.core.resources.registry import find_record, resource_of
from zhike.core.timeline.sentences import plain


@dataclass(frozen=True)
class Shown:
    """`seat` is the one from which the reader may answer, `values` are (label, was, proposed)."""

    approval: Approval
    seats: list[Seat]
    seat: Seat | None
    values: list[tuple[str, str, str]]
    may_withdraw: bool
    agreed: int
    wanted: int
    for_another: bool


def shown(approvals: Iterable[Approval], reader: Reader) -> list[Shown]:
    """Each with its seats, in one query for all, and one more for each in which the reader may act for another."""
    found = list(approvals)
    if not found:
        return []
    seats = list(Seat.objects.filter(approval__in=found).select_related("person", "decided_by").order_by("pk"))
    return [_shown(one, [seat for seat in seats if seat.approval_id == one.pk], reader) for one in found]


def _shown(approval: Approval, seats: list[Seat], reader: Reader) -> Shown:
    user, waits = reader.user, approval.state == "waiting" and approval.archived_at is None
    seat = seat_for(user, approval, seats) if waits else None
    return Shown(
        approval=approval,
        seats=seats,
        seat=seat,
        values=_values(approval),
        may_withdraw=waits and approval.asked_by_id == user.pk,
        agreed=sum(seat.answer == "yes" for seat in seats),
        wanted=min(approval.needed or len(seats), len(seats)),
        for_another=bool(seat and seat.person_id != user.pk),
    )


def _values(approval: Approval) -> list[tuple[str, str, str]]:
    labels = approval.asks.labels
    return [
        (capfirst(str(labels[name])), plain(approval.was[name]) if name in approval.was else "", plain(value))
        for name, value in approval.proposed.items()
        if name in labels and (value not in (None, "") or name in approval.was)
    ]


def home_of(approval: Approval, user: Any) -> tuple[Any, str]:
    """(the record it is about, its address), as far as this person may see it."""
    record: Any = find_record(approval.record_type, approval.record_id, user)
    resource = resource_of(record) if record else None
    return record, resource.url("detail", record) if resource else ""
