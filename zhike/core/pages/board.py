"""The board: a column per state. Moving a card is taking the step that leads there; the menu is dragging's twin."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from zhike.core.pages.listing import Listing
from zhike.core.pages.page import ResourcePage

CARDS = 50


class BoardPage(ResourcePage):
    kind = "board"

    def get(self, request: HttpRequest) -> HttpResponse:
        if not self.resource.board:
            raise Http404
        listing = Listing(self.resource, request.user, request.GET)
        field: Any = self.resource.model._meta.get_field(self.resource.board)
        columns = [self.column(listing, *state) for state in field.flatchoices]
        return self.show({"listing": listing, "columns": columns})

    def column(self, listing: Listing, state: str, label: str) -> dict[str, Any]:
        found = listing.matching.filter(**{self.resource.board: state}).order_by(self.resource.order)
        cards = [self.card(listing, record) for record in found[:CARDS]]
        return {"state": state, "label": label, "cards": cards, "count": found.count()}

    def card(self, listing: Listing, record: Any) -> dict[str, Any]:
        """The record, its first facts and the moves offered to this person."""
        user, resource = self.request.user, self.resource
        moves = [step for step in resource.steps.values() if step.target and step.offered_to(user, record)]
        return {
            "record": record,
            "url": resource.url("detail", record),
            "facts": [column.cell(record, listing.reader) for column in listing.columns[1:4]],
            "moves": [{"step": step, "url": resource.url("step", record, step=step.name)} for step in moves],
        }
