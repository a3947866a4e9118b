"""What the ledger brings to the view of all that is owed: promises, expectations, and questions nobody answered."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from zhike.agreements.choices import UNSETTLED, State
from zhike.agreements.models import Entry, Expectation, Promise, Readback
from zhike.core.pages.owed import Owed, Scope, owed_source
from zhike.core.resources.reader import Reader
from zhike.core.resources.registry import resource_of

WITH = ("client", "contact")


def _owed(entry: Any, **more: Any) -> Owed:
    resource = resource_of(entry)
    told: dict[str, Any] = {"day": entry.due_on, "at": entry.due_time, "side": entry.side} | more
    return Owed(
        title=str(entry), url=resource.url("detail", entry) if resource else "", reference=entry.reference,
        person=entry.owner_id, other=entry.contact.called if entry.contact else "", client=entry.client, **told,
    )  # fmt: skip


@owed_source("promises", label=_("Promise"), icon="promise")
def promises(reader: Reader, scope: Scope) -> Iterator[Owed]:
    """In both directions."""
    seen = Promise.objects.visible_to(reader.user).owed().exclude(due_on=None).select_related(*WITH)
    yield from map(_owed, scope.of(seen.order_by("due_on", "pk"), owner="owner"))


@owed_source("expectations", label=_("Expectation"), icon="eye")
def expectations(reader: Reader, scope: Scope) -> Iterator[Owed]:
    """What they expect of us by a day."""
    seen = Expectation.objects.visible_to(reader.user).open().exclude(due_on=None).select_related(*WITH)
    for one in scope.of(seen.order_by("due_on", "pk"), owner="owner"):
        yield _owed(one, side="us")


@owed_source("questions", label=_("Their question"), icon="question")
def questions(reader: Reader, scope: Scope) -> Iterator[Owed]:
    """What they ask about, or correct, waits for our answer since that day."""
    seen = Entry.objects.visible_to(reader.user).standing().filter(state=State.QUESTIONED).select_related(*WITH)
    for one in scope.of(seen.order_by("state_on", "pk"), owner="owner"):
        yield _owed(one, side="us", day=one.state_on, at=None)


@owed_source("readbacks", label=_("To be confirmed"), icon="send")
def readbacks(reader: Reader, scope: Scope) -> Iterator[Owed]:
    """What somebody of theirs was asked to confirm and did not, since the day on which they were asked."""
    waits = Entry.objects.standing().filter(state__in=UNSETTLED)
    seen = Readback.objects.visible_to(reader.user).standing().filter(entries__in=waits).distinct()
    for one in scope.of(seen.select_related(*WITH).order_by("created_at", "pk"), owner="created_by"):
        yield Owed(
            timezone.localdate(one.created_at), one.title, reverse("readbacks:detail", args=[one.reference]),
            one.reference, side="them", person=one.created_by_id, other=one.contact.called,
            client=one.client,
        )  # fmt: skip
