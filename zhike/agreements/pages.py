"""The page of an entry: its words, where they come from, and who said what about them."""

from typing import Any

from zhike.agreements import events
from zhike.agreements.choices import Caution
from zhike.agreements.models import Entry
from zhike.agreements.twins.spoken import spoken
from zhike.agreements.words.differences import differences
from zhike.core.pages.detail import DetailPage
from zhike.core.pages.form import FormPage
from zhike.core.timeline.kinds import EventKind


class EntryPage(DetailPage):
    template = "agreements/entry.html"
    untold = tuple(
        str(one) for one in vars(events).values() if isinstance(one, EventKind) and one is not events.ASKED_AGAIN
    )

    def context(self, record: Any) -> dict[str, Any]:
        acts = list(record.acts.select_related("contact", "person", "recorded_by").order_by("-pk"))
        thread = Entry.objects.filter(thread=record.thread or record.pk).exclude(pk=record.pk)
        before = Entry.objects.filter(pk=record.thread).exclude(pk=record.pk) if record.thread else Entry.objects.none()
        others = sorted([*before, *thread], key=lambda one: one.pk)
        differ = differences(record.text, record.twin) if record.twin else []
        told = {"acts": acts, "others": others, "differ": differ, "read": spoken(record)}
        return super().context(record) | told | (self._held(record) if record.held_for else {})

    def _held(self, record: Any) -> dict[str, Any]:
        """What speaks against a promise today; where nothing does any more, why it was held."""
        labels = [str(Caution(one).label) for one in record.held_for]
        return {"against": [one.words for one in record.concerns()] or labels, "approval": record.approval}


class AddEntry(FormPage):
    """With what its words leave open, said while they are typed (`hints`)."""

    template = "agreements/form.html"
