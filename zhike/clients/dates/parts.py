"""Important dates on the client's and the contact's page, on My day and in the calendar."""

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhike.clients.dates.models import ImportantDate, Reminder
from zhike.clients.facts import facts_of
from zhike.core.base.anniversaries import next_occurrence
from zhike.core.pages.calendar import Item, calendar_source
from zhike.core.pages.counted import first_and_all
from zhike.core.pages.parts import part, standing_of
from zhike.core.resources.reader import Reader

NEXT = 2
SHOWN = 8


@part("clients.rail", template="dates/rail.html", label=_("Dates"), order=47, about=("dates.ImportantDate.client",))
def dates(client: Any, reader: Reader) -> dict[str, Any] | None:
    """The next two."""
    soonest = list(ImportantDate.objects.soonest().filter(client=client).select_related("contact")[:NEXT])
    return {"dates": soonest, "more": ("?tab=dates", gettext("All"))} if soonest else None


@part(
    "clients.tab",
    template="facts/table.html",
    label=_("Dates"),
    name="dates",
    order=53,
    counts=standing_of(ImportantDate),
)
def dates_tab(client: Any, reader: Reader) -> dict[str, Any]:
    hint = _("Birthdays, the founding day, when the contract ends: note them, and My day reminds you in time.")
    return facts_of("dates", client, reader, hint=hint)


@part("contacts.rail", template="dates/rail.html", label=_("Dates"), order=47)
def dates_of_contact(contact: Any, reader: Reader) -> dict[str, Any] | None:
    soonest = list(ImportantDate.objects.visible_to(reader.user).soonest().filter(contact=contact)[:NEXT])
    for one in soonest:
        one.contact = contact
    return {"dates": soonest, "plain": True} if soonest else None


@part("day.main", template="dates/day.html", label=_("Dates that are near"), order=25)
def near(user: Any, reader: Reader) -> dict[str, Any] | None:
    """What the person was reminded of and has not put aside, the next one first."""
    open_ones = Reminder.objects.open_for(user, reader.today).select_related("date__client", "date__contact")
    reminders, in_all = first_and_all(open_ones, SHOWN)
    more = (f"{reverse('dates:list')}?client__owner=me&next_on=next-30d", gettext("The next 30 days"))
    return {"reminders": reminders, "count": in_all, "more": more} if reminders else None


@calendar_source("dates", label=_("Important dates"))
def calendar(reader: Reader, people: Collection[int], first: date, last: date) -> Iterator[Item]:
    """Of the clients of these people, each time they come."""
    seen = ImportantDate.objects.visible_to(reader.user).standing().filter(client__owner__in=people)
    if first >= reader.today:
        seen = seen.filter(next_on__lte=last)
    for one in seen.filter(client__archived_at=None).select_related("client", "contact"):
        day = one.next_on if one.next_on and one.next_on >= first >= reader.today else next_occurrence(one.told, first)
        if day and day <= last:
            url = reverse("dates:detail", args=[one.reference])
            yield Item(day, str(one), url, "calendar", client=str(one.client), again=True)
