"""My team: what needs whoever leads it, and who carries how much. A second tab of My day."""

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.decorators import login_required
from django.db.models import Count
from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from zhike.core.access.areas import area_is_on
from zhike.core.access.models import User
from zhike.core.access.request import StaffRequest
from zhike.core.lifecycle.errors import Forbidden
from zhike.core.lifecycle.policies import may_lead
from zhike.core.pages.listing import Listing
from zhike.core.resources.reader import Reader
from zhike.core.resources.registry import RESOURCES
from zhike.core.ui.dates import full_day_words
from zhike.insight.analytics.asked import Asked
from zhike.insight.analytics.drawn import Drawn
from zhike.insight.analytics.registry import pictures

SMALL = ("activity", "in-time", "promises")
LOAD = (
    (_("Clients"), "clients", "owner", ""),
    (_("Open to-dos"), "todos", "owner", "state=open"),
    (pgettext_lazy("load", "Late"), "todos", "owner", "state=open&due_on=late&snoozed=no"),
    (pgettext_lazy("load", "Waiting for us"), "conversations", "client__owner", "state=waiting"),
    (_("Promises we owe"), "promises", "owner", "side=us&state=proposed&state=questioned&state=confirmed"),
)
"""Label, list, which of its filters is the person, and what else the list is asked."""


@dataclass(frozen=True)
class Load:
    """How much one of them carries: for each of `LOAD` the number and the list of just these."""

    person: User
    numbers: list[tuple[int, str]]


@login_required
def my_team(request: StaffRequest) -> HttpResponse:
    """For those who lead; others get 403."""
    if not may_lead(request.user):
        raise Forbidden
    reader, loads = Reader(request.user), load_of(request.user)
    asked = Asked(request.user, {"owner": "led"})
    context = {
        "reader": reader,
        "date_line": full_day_words(timezone.localdate()),
        "heads": [label for label, *_rest in LOAD],
        "loads": loads,
        "late": sum(one.numbers[2][0] for one in loads),
        "waiting": sum(one.numbers[3][0] for one in loads),
        "asked": asked,
        "drawn": [Drawn(pictures()[name], asked) for name in SMALL] if area_is_on("figures") else [],
    }
    return render(request, "console/my_team.html", context)


def load_of(user: Any) -> list[Load]:
    """Of each whom the person leads, as far as the person sees it; a query for each column."""
    people = User.objects.at_work().filter(pk__in=user.leads).order_by("name", "pk")
    counts = [_counts(user, name, path, words) for _label, name, path, words in LOAD]
    return [Load(person, [_number(person, n, found) for n, found in enumerate(counts)]) for person in people]


def _counts(user: Any, name: str, path: str, words: str) -> dict[int, int]:
    found = Listing(RESOURCES[name], user, QueryDict(f"{path}=led&{words}")).matching
    return dict(found.order_by().values_list(path).annotate(number=Count("pk")))


def _number(person: User, n: int, found: dict[int, int]) -> tuple[int, str]:
    _label, name, path, words = LOAD[n]
    return found.get(person.pk, 0), f"{RESOURCES[name].url()}?{path}={person.pk}&{words}".rstrip("&")
