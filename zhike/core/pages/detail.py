"""One record: its facts, what can be done with it, what happened to it."""

from collections.abc import Container
from typing import Any

from django.http import HttpRequest, HttpResponse

from zhike.core.history.feed import feed_of_record
from zhike.core.pages.page import ResourcePage
from zhike.core.resources.reader import Reader
from zhike.core.search.recent import remember


class DetailPage(ResourcePage):
    kind = "detail"
    untold: tuple[str, ...] = ()  # kinds of event that the page tells in a better way than its history
    shown_elsewhere: Container[str] = ()  # columns that the page shows in a better way than among its facts

    def get(self, request: HttpRequest, reference: str) -> HttpResponse:
        record = self.record()
        return self.show(self.context(record))

    def record(self) -> Any:
        """As on any page; what is opened here is offered again by the palette."""
        found = super().record()
        remember(found, by=self.request.user)
        return found

    def context(self, record: Any) -> dict[str, Any]:
        reader = Reader(self.request.user)
        _name, *columns = self.resource.all_columns().values()
        return {
            "record": record,
            "reader": reader,
            "facts": [(one, one.cell(record, reader)) for one in columns if one.name not in self.shown_elsewhere],
            "steps": self.steps(record),
            "may_amend": self.resource.model.may_amend(self.request.user, record),
            "feed": feed_of_record(record, reader, without=self.untold),
            "told_above": bool(self.untold),
        }

    def steps(self, record: Any) -> list[Any]:
        """The steps offered to this person now, each with its address; the next comes first, and stands out alone. What
        has a page of its own stays apart.
        """
        user = self.request.user
        declared = (step for step in self.resource.steps.values() if step.look != "apart")
        offered = [step for step in declared if step.offered_to(user, record)]
        offered.sort(key=lambda step: step.look != "primary")
        looks = ["" if n and step.look == "primary" else step.look for n, step in enumerate(offered)]
        return [
            {"step": step, "look": look, "url": self.resource.url("step", record, step=step.name)}
            for step, look in zip(offered, looks, strict=True)
        ]
