"""The pages of segments where what is generated is not enough."""

from typing import Any

from django.core.exceptions import ValidationError

from zhike.clients.rules.reading import read
from zhike.clients.rules.wording import in_words
from zhike.clients.segments import events
from zhike.clients.segments.models import Membership
from zhike.clients.segments.seeing import count_members, latest_moves, members_of
from zhike.core.jobs.models import Job
from zhike.core.pages.detail import DetailPage
from zhike.core.pages.list import ListPage
from zhike.core.resources.registry import resource_of

SHOWN = 12
MOVES = 30


class SegmentList(ListPage):
    def context(self) -> dict[str, Any]:
        count_members(self.listing.shown, self.request.user)
        return super().context()


class SegmentPage(DetailPage):
    untold = (events.ENTERED.name, events.LEFT.name)

    def context(self, record: Any) -> dict[str, Any]:
        stays = Membership.objects.visible_to(self.request.user).filter(segment=record)
        members = members_of(record, self.request.user)
        clients: Any = resource_of("clients.client")
        return super().context(record) | {
            "rule_words": rule_words(record),
            "count": members.count(),
            "members": members.select_related("client").order_by("-entered_at", "-pk")[:SHOWN],
            "moves": latest_moves(stays.select_related("client", "segment"), MOVES),
            "clients_url": f"{clients.url()}?segment={record.pk}",
            "filling": Job.objects.under_way().filter(kind="segments.fill", arguments__segment=record.pk).first(),
        }


def rule_words(segment: Any) -> dict[str, Any]:
    """The rule as a sentence, or what is wrong with it by now."""
    if segment.rule is None:
        return {"by_hand": True}
    try:
        return {"says": in_words(read(segment.rule))}
    except ValidationError as error:
        return {"broken": error.messages}
