"""The client page: one timeline with a composer at its top, and a rail."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from zhike.clients.models import Contact
from zhike.core.history.feed import feed_of_client
from zhike.core.lifecycle.policies import may_work
from zhike.core.pages.detail import DetailPage
from zhike.core.pages.parts import Part, parts_of, tab_of
from zhike.core.pages.tab_counts import tab_counts
from zhike.core.record import events as record_events
from zhike.core.resources.reader import Reader
from zhike.domains.conversations.events import ALL_LOGGED
from zhike.domains.conversations.forms import ConversationForm
from zhike.domains.conversations.models import Conversation

FIRST = 10  # tabs of a lower order stand right behind the timeline
TABS = ("timeline", "people", "todos", "files", "talk")
KINDS = {
    "said": [kind.name for kind in ALL_LOGGED],
    "changed": [str(kind) for kind in (record_events.ADDED, record_events.EDITED, record_events.ARCHIVED)],
}


class ClientPage(DetailPage):
    def get(self, request: HttpRequest, reference: str) -> HttpResponse:
        client = self.record()
        if "before" in request.GET and request.headers.get("HX-Request"):
            return self.show({"feed": self.feed(client, Reader(request.user), [])}, "#earlier")
        return self.show(self.context(client))

    def context(self, record: Any) -> dict[str, Any]:
        reader, user = Reader(self.request.user), self.request.user
        tab = self.request.GET.get("tab", "")
        # Who sees the client sees its people.
        people = list(Contact.objects.of_client(record).standing().order_by("name"))
        return {
            "record": record,
            "client": record,
            "owner": reader.people.get(record.owner_id or 0),
            "deputy": reader.people.get(record.deputy_id or 0),
            "tab": tab if tab in TABS or tab_of("clients.tab", tab) else "timeline",
            "said": self.request.GET.get("show", ""),
            "steps": self.steps(record),
            "may_amend": self.resource.model.may_amend(user, record),
            "people": people,
            "waiting": Conversation.objects.waiting().filter(client=record)[:3],
            "reader": reader,
            "tabs": _tabs(record),
        } | self.tab_context(record, reader, tab, people)

    def tab_context(self, record: Any, reader: Reader, tab: str, people: list[Contact]) -> dict[str, Any]:
        """What only the open tab needs."""
        if tab in TABS[1:] or tab_of("clients.tab", tab):
            return {}
        return {"feed": self.feed(record, reader, people), "composer": self.composer(record)}

    def feed(self, client: Any, reader: Reader, people: list[Contact]) -> Any:
        before = self.request.GET.get("before", "")
        kinds = KINDS.get(self.request.GET.get("show", ""))
        known = [client, *people]
        return feed_of_client(client, reader, int(before) if before.isdecimal() else None, kinds, known)

    def composer(self, client: Any) -> ConversationForm | None:
        """The form at the top; nobody logs on a client put away, nor readers anything."""
        if not may_work(self.request.user) or client.archived_at:
            return None
        return ConversationForm(initial={"client": client, "kind": "call"})


def _tabs(client: Any) -> dict[str, list[tuple[Part, int]]]:
    """The tabs that areas declared, each with its number: those right behind the timeline, and the others."""
    counts = tab_counts("clients.tab", client)
    every = [(one, counts.get(one.name, 0)) for one in parts_of("clients.tab")]
    return {
        "first": [one for one in every if one[0].order < FIRST],
        "more": [one for one in every if one[0].order >= FIRST],
    }
