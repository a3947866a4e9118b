"""The ledger on other pages: what each side owes and how it kept its word, on the client page and My day."""

from datetime import timedelta
from typing import Any

from django.db.models import F
from django.urls import reverse
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from zhike.agreements import document, foreseeing, foretold, gaps, owing, readings  # noqa: F401  (declared there)
from zhike.agreements.choices import Kind, Side, State
from zhike.agreements.models import Entry, Promise
from zhike.agreements.rates import kept_rates, list_behind, renegotiated, settled
from zhike.agreements.shown import cord
from zhike.core.links.parts import links as links_of
from zhike.core.pages.counted import first_and_all
from zhike.core.pages.parts import part
from zhike.core.record.handing_over import belonging
from zhike.core.resources.reader import Reader

SHOWN, KNOTS, ON_THE_TAB = 4, 14, 200
LATELY = 30  # days


def _owed(client: Any, side: str) -> dict[str, Any] | None:
    owed = Promise.objects.owed().filter(client=client, side=side)
    found = list(owed.order_by(F("due_on").asc(nulls_last=True), "pk")[: SHOWN + 1])
    if not found:
        return None
    more = (f"owed/?side={side}", gettext("All")) if len(found) > SHOWN else None
    return {"promises": found[:SHOWN], "more": more}


@part(
    "clients.rail", template="agreements/rate.html", label=_("Promises kept, a year"), order=10,
    about=("agreements.Entry.client",),
)  # fmt: skip
def kept(client: Any, _reader: Reader) -> dict[str, Any] | None:
    """Both sides' rates with the last knots of ours, and how many of ours were agreed anew."""
    known = Promise.objects.standing().filter(client=client)
    promises = list(settled(known))
    rates = kept_rates(promises)
    ours, theirs = rates[Side.US], rates[Side.THEM]
    if not ours.settled and not theirs.settled:
        return None
    knots = [one for one in promises if one.side == Side.US][-KNOTS:]
    more = (list_behind(Side.US, client=client.reference), str(ours.settled)) if ours.settled else None
    again = renegotiated(known.filter(side=Side.US)).count()
    behind = list_behind(Side.US, states=[State.SUPERSEDED], client=client.reference)
    return {"ours": ours, "theirs": theirs, "cord": cord(knots), "more": more, "again": again, "again_url": behind}


@part(
    "clients.rail", template="agreements/owed.html", label=_("We owe them"), order=12,
    about=("agreements.Entry.client",),
)  # fmt: skip
def we_owe(client: Any, _reader: Reader) -> dict[str, Any] | None:
    return _owed(client, Side.US)


@part(
    "clients.rail", template="agreements/owed.html", label=_("They owe us"), order=14,
    about=("agreements.Entry.client",),
)  # fmt: skip
def they_owe(client: Any, _reader: Reader) -> dict[str, Any] | None:
    return _owed(client, Side.THEM)


@part(
    "clients.tab",
    template="agreements/tab.html",
    label=_("Promises and agreements"),
    name="agreements",
    order=5,
    counts=lambda client: Entry.objects.open().filter(client=client),
)
def agreements(client: Any, reader: Reader) -> dict[str, Any]:
    """All that is open, by kind; in one query."""
    found = list(Entry.objects.open().filter(client=client).select_related("contact").order_by("pk")[:ON_THE_TAB])
    by_kind = {kind: [one for one in found if one.kind == kind] for kind in Kind}
    promises = sorted(by_kind.pop(Kind.PROMISE), key=lambda one: (one.due_on is None, one.due_on, one.pk))
    groups = [
        (_("We owe them"), "promises", [one for one in promises if one.side == Side.US]),
        (_("They owe us"), "promises", [one for one in promises if one.side == Side.THEM]),
        (_("Decided"), "decisions", by_kind[Kind.DECISION]),
        (_("Clauses in force"), "clauses", by_kind[Kind.CLAUSE]),
        (pgettext_lazy("of a client", "Expectations"), "expectations", by_kind[Kind.EXPECTATION]),
        (_("Constraints"), "constraints", by_kind[Kind.CONSTRAINT]),
    ]
    may_add = not client.archived_at and Entry.may_add(reader.user, None)
    return {"groups": groups, "may_add": may_add, "any": bool(found)}


@part("day.first", template="agreements/day.html", label=_("What I promised"), order=5)
def promised(person: Any, reader: Reader) -> dict[str, Any] | None:
    """What I look after and owe, late ones first; the number is that of all."""
    mine = Promise.objects.owed_by_us().filter(owner__in=person.stands_for).select_related("client", "contact")
    found, in_all = first_and_all(mine.order_by(F("due_on").asc(nulls_last=True), "pk"), SHOWN * 2)
    more = (reverse("owed"), gettext("Everything that is owed"))
    return {"promises": found, "count": in_all, "more": more} if found else None


@part("day.side", template="agreements/day.html", label=_("What they owe me"), order=15)
def owed_to_me(person: Any, reader: Reader) -> dict[str, Any] | None:
    """What clients promised and did not do by its day."""
    theirs = Promise.objects.owed_by_them().late(reader.today).filter(owner__in=person.stands_for)
    found, in_all = first_and_all(theirs.select_related("client", "contact").order_by("due_on", "pk"), SHOWN)
    return {"promises": found, "count": in_all} if found else None


@part("team.main", template="agreements/team.html", label=_("Promises past their day"), order=30)
def late_promises(person: Any, reader: Reader) -> dict[str, Any] | None:
    """Ours that are open after their day, of those whom the person leads."""
    late = Promise.objects.visible_to(person).owed_by_us().late(reader.today).filter(owner__in=person.leads)
    return _in_the_team(late.order_by("due_on", "pk"), "late=yes")


@part("team.main", template="agreements/team.html", label=_("Promises broken lately"), order=40)
def broken_promises(person: Any, reader: Reader) -> dict[str, Any] | None:
    since = reader.today - timedelta(days=LATELY)
    ours = Promise.objects.visible_to(person).standing().filter(side=Side.US, owner__in=person.leads)
    broken = ours.filter(state=State.BROKEN, state_on__gte=since).order_by("-state_on", "pk")
    return _in_the_team(broken, f"state=broken&state_on={LATELY}d")


def _in_the_team(promises: Any, words: str) -> dict[str, Any] | None:
    found = list(promises.select_related("client", "contact")[:SHOWN])
    more = (f"{reverse('promises:list')}?owner=led&side=us&{words}", gettext("All"))
    return {"promises": found, "more": more} if found else None


@part("readbacks.rail", template="links/rail.html", label=_("Links without log-in"), order=80)
def links(record: Any, reader: Reader) -> dict[str, Any]:
    return links_of(record, reader)


@belonging("agreements", label=_("Agreements looked after"))
def looked_after(person: Any) -> Any:
    return Entry.objects.open().filter(owner=person)
