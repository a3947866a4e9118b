"""What plans show on the client page and on My day."""

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from django.db.models import Count, F
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhike.clients.models import Client
from zhike.clients.needing import Need, client_need
from zhike.clients.plans.models import Plan
from zhike.core.pages.calendar import Item, calendar_source
from zhike.core.pages.parts import part
from zhike.core.record.handing_over import belonging

SHOWN, SHOWN_OF_ONE = 8, 3


@part("clients.rail", template="plans/rail.html", label=gettext_lazy("Keeping in touch"), order=31)
def plans(client: Any, reader: Any) -> dict[str, Any]:
    """The plans of a client; that it has none is said quietly. Who sees the client sees its plans."""
    found = Plan.objects.standing().filter(client=client).select_related("contact", "project")
    address = f"{reverse('plans:add')}?client={client.pk}&next={reverse('clients:detail', args=[client.reference])}"
    soonest = list(found.order_by(F("due_on").asc(nulls_last=True), "pk")[:SHOWN_OF_ONE])
    return {"plans": soonest, "more": (address, _("Another plan") if soonest else _("Make a plan"))}


@part("projects.rail", template="plans/project.html", label=gettext_lazy("Keeping in touch"), order=12)
def plans_of_a_project(project: Any, reader: Any) -> dict[str, Any]:
    """Who speaks with them about it and how often; that nobody plans to is said quietly while it goes on."""
    found = Plan.objects.standing().filter(project=project).select_related("contact")
    soonest = list(found.order_by(F("due_on").asc(nulls_last=True), "pk"))
    back = reverse("projects:detail", args=[project.reference])
    add = f"{reverse('plans:add')}?client={project.client_id}&project={project.pk}&next={back}"
    more = (
        {"more": (add, _("Another plan") if soonest else _("Make a plan"))} if _may_plan(project, reader.user) else {}
    )
    said = project.conversations.standing().count()
    return {"plans": soonest, "project": project, "said": said, "may_log": _may_plan(project, reader.user)} | more


def _may_plan(project: Any, user: Any) -> bool:
    return project.archived_at is None and project.ended_on is None and Plan.may_add(user, None)


@client_need
def to_speak_with(user: Any, reader: Any) -> Iterator[Need]:
    """Whom the person should speak with by a plan, the longest overdue first."""
    due = (
        Plan.objects.due(reader.today).filter(owner__in=user.stands_for).select_related("client", "contact", "project")
    )
    for plan in due[:SHOWN]:
        words = " · ".join(str(one) for one in (plan.project, plan, plan.contact and plan.contact.called) if one)
        late, url = (reader.today - plan.due_on).days, reverse("plans:detail", args=[plan.reference])
        whose = plan.owner_id if plan.owner_id != user.pk else None
        yield Need(plan.client, words, late=late, due_on=plan.due_on, url=url, whose=whose, plan=plan)


@part("day.side", template="plans/bare.html", label=gettext_lazy("Without a plan"), order=70)
def bare(user: Any, _reader: Any) -> dict[str, Any] | None:
    """How many clients of one's own nobody plans to speak with."""
    mine = Client.objects.filter(owner=user).standing()
    number = mine.exclude(pk__in=Plan.objects.asking().values("client")).count()
    return {"bare": number, "more": (f"{reverse('clients:list')}?owner=me&plan=no", _("See them"))} if number else None


@part("team.side", template="plans/team.html", label=gettext_lazy("Clients without a plan"), order=20)
def bare_in_the_team(user: Any, reader: Any) -> dict[str, Any] | None:
    """How many of whose clients nobody plans to speak with, the most first."""
    led = Client.objects.visible_to(user).standing().filter(owner__in=user.leads)
    without = led.exclude(pk__in=Plan.objects.asking().values("client")).order_by().values_list("owner")
    found = sorted(without.annotate(count=Count("pk")), key=lambda row: -row[1])
    more = (f"{reverse('clients:list')}?owner=led&plan=no", _("All"))
    return {"bare": [(pk, reader.people.get(pk, ""), count) for pk, count in found], "more": more} if found else None


@calendar_source("plans", label=gettext_lazy("Planned contacts"))
def calendar(reader: Any, people: Collection[int], first: date, last: date) -> Iterator[Item]:
    """Planned contacts on their day; a conversation moves them, not a hand."""
    seen = Plan.objects.visible_to(reader.user).running().filter(owner__in=people, due_on__range=(first, last))
    for plan in seen.select_related("client", "project"):
        url = reverse("plans:detail", args=[plan.reference])
        late = plan.due_on < reader.today
        about = plan.client.reference
        words = f"{plan.project} · {plan}" if plan.project else str(plan)
        yield Item(plan.due_on, words, url, "repeat", client=str(plan.client), late=late, about=about)


@belonging("plans", label=gettext_lazy("Contact plans"))
def open_plans(person: Any) -> Any:
    return Plan.objects.standing().filter(owner=person)
