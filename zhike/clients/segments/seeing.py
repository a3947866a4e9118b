"""Segments and moves as one person sees them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count

from zhike.clients.segments.models import Membership, Segment
from zhike.clients.segments.why import Why, in_words
from zhike.core.access.models import User
from zhike.core.base.kept import Kept


@Kept
def segments_of(user_id: int) -> list[tuple[int, str]]:
    """(number, name) of the segments that a person sees: every list of clients asks."""
    user = User.objects.filter(pk=user_id).first()
    return list(Segment.objects.visible_to(user).standing().order_by("name").values_list("pk", "name"))


def members_of(segment: Segment, user: Any) -> Any:
    """The stays of those in it now whom the person sees."""
    return Membership.objects.visible_to(user).present().filter(segment=segment)


def count_members(segments: list[Segment], user: Any) -> None:
    """Each one's members whom the person sees, as `members_seen`, in one query."""
    stays = Membership.objects.visible_to(user).present().filter(segment__in=segments)
    counts = dict(stays.order_by().values_list("segment").annotate(count=Count("pk")))
    for segment in segments:
        segment.members_seen = counts.get(segment.pk, 0)  # type: ignore[attr-defined]


@dataclass(frozen=True)
class Move:
    """A client that came in or left, as the history of a segment or of a client shows it."""

    at: datetime
    client: Any
    segment: Any
    came: bool
    why: Why

    @property
    def words(self) -> str:
        return in_words(self.why)


def latest_moves(stays: Any, most: int) -> list[Move]:
    """The latest of the stays' enterings and leavings, newest first: two queries."""
    came = stays.order_by("-entered_at", "-pk")[:most]
    left = stays.filter(left_at__isnull=False).order_by("-left_at", "-pk")[:most]
    return sorted([*_came(came), *_left(left)], key=lambda move: move.at, reverse=True)[:most]


def _came(stays: Any) -> Iterator[Move]:
    for stay in stays:
        yield Move(stay.entered_at, stay.client, stay.segment, True, stay.entered_why)


def _left(stays: Any) -> Iterator[Move]:
    for stay in stays:
        yield Move(stay.left_at, stay.client, stay.segment, False, stay.left_why)
