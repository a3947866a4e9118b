"""The pages of stages: the life cycle with its figures, one stage with its rules, the board of clients."""

from typing import Any

from django.db.models import Count, F, Window
from django.db.models.functions import RowNumber
from django.http import HttpRequest, HttpResponse

from zhike.clients.models import Client
from zhike.clients.rules.wording import in_words
from zhike.clients.stages.checking import is_readable
from zhike.clients.stages.figures import A_DAY, figures
from zhike.clients.stages.models import Stage, Stay
from zhike.clients.stages.moving import candidates, stages_in_order
from zhike.core.lifecycle.policies import may_lead, may_work
from zhike.core.pages.detail import DetailPage
from zhike.core.pages.list import ListPage
from zhike.core.pages.listing import Listing
from zhike.core.pages.page import ResourcePage

CARDS, STAYS_SHOWN = 40, 10


class StagesPage(ListPage):
    """All in order, with how many stand there and for how long; few, so that nothing is filtered."""

    def context(self) -> dict[str, Any]:
        return super().context() | {"figures": figures(self.request.user), "may_lead": may_lead(self.request.user)}


class StagePage(DetailPage):
    def context(self, record: Stage) -> dict[str, Any]:
        seen = Client.objects.visible_to(self.request.user)
        took = F("left_at") - F("entered_at")
        past = Stay.objects.filter(stage=record, client__in=seen).exclude(left_at=None).annotate(took=took)
        long = past.filter(took__gte=A_DAY)
        return super().context(record) | self.rules(record) | {
            "next": record.next_stages.in_order(),
            "now": seen.standing().filter(stage=record).count(),
            "stays": long.select_related("client").order_by("-took", "pk")[:STAYS_SHOWN],
        }  # fmt: skip

    def rules(self, record: Stage) -> dict[str, Any]:
        """In words; and how many clients would move in at the worker's next look."""
        if not is_readable(record):
            return {"unreadable": True}
        entry, leave = record.entry_rule, record.exit_rule
        waiting = candidates(record, stages_in_order()).count() if entry and not record.archived_at else None
        return {
            "entry": in_words(entry) if entry else "",
            "leave": in_words(leave) if leave else "",
            "waiting": waiting,
        }


class ClientBoard(ResourcePage):
    """Clients by stage; a card is moved by dragging, or by its menu."""

    kind = "board"

    def get(self, request: HttpRequest) -> HttpResponse:
        listing = Listing(self.resource, request.user, request.GET)
        stages = list(Stage.objects.in_order())
        counts = dict(listing.matching.order_by().values_list("stage").annotate(count=Count("pk")))
        cards: dict[int | None, list[Any]] = {stage.pk: [] for stage in stages} | {None: []}
        for client in self.clients(listing):
            cards.setdefault(client.stage_id, []).append(client)
        columns = [{"stage": one, "count": counts.get(one.pk, 0), "cards": cards[one.pk]} for one in stages]
        without = {"stage": None, "count": counts.get(None, 0), "cards": cards[None]}
        columns = [without, *columns] if without["count"] else columns
        told = {"listing": listing, "reader": listing.reader, "columns": columns, "stages": stages}
        return self.show(told | {"may_move": may_work(request.user), "most": CARDS})

    def clients(self, listing: Listing) -> Any:
        """The first of each stage: those that have stood there longest."""
        place = Window(RowNumber(), partition_by=F("stage"), order_by=[F("stage_since").asc(), F("pk").asc()])
        found = listing.matching.annotate(place_in_stage=place).filter(place_in_stage__lte=CARDS)
        return found.select_related("owner", "stage").order_by("stage", "place_in_stage")
