"""Rework on the page of its requirement and of its hours."""

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy

from zhike.core.pages.parts import part
from zhike.core.resources.reader import Reader
from zhike.domains.projects.money import may_see_money, spent_in
from zhike.domains.requirements.rework.models import Rework


def _add_url(**said: Any) -> str:
    return f"{reverse('rework:add')}?{urlencode(said)}"


@part(
    "requirements.main", template="rework/of_requirement.html", label=gettext_lazy("Rework"), order=20,
    about=("rework.Rework.requirement",),
)  # fmt: skip
def of_requirement(requirement: Any, reader: Reader) -> dict[str, Any] | None:
    """What it took, beside how unclear it was when it was heard."""
    found = list(Rework.objects.of(requirement))
    if not found:
        return None
    spent = spent_in(Rework.objects.of(requirement).booked())
    sees = may_see_money(reader.user, requirement.project) if requirement.project else False
    return {
        "found": found, "spent": spent, "count": len(found),
        "cost": reader.money(spent.cost, spent.currency) if sees and spent.cost else "",
        "more": (f"{reverse('rework:list')}?requirement={requirement.pk}", gettext("All")),
    }  # fmt: skip


@part("hours.main", template="rework/of_hours.html", label=gettext_lazy("Rework"), about=("rework.Rework.hours",))
def of_hours(hours: Any, _reader: Reader) -> dict[str, Any] | None:
    found = Rework.objects.standing().filter(hours=hours).select_related("requirement").first()
    return {"rework": found} if found else None


@part("requirements.menu", template="rework/menu.html", order=30)
def note_for_requirement(requirement: Any, reader: Reader) -> dict[str, Any] | None:
    may = requirement.archived_at is None and Rework.may_add(reader.user, None)
    return {"url": _add_url(requirement=requirement.pk)} if may else None


@part("hours.menu", template="rework/menu.html", order=30)
def note_for_hours(hours: Any, reader: Reader) -> dict[str, Any] | None:
    may = hours.archived_at is None and Rework.may_add(reader.user, None)
    return {"url": _add_url(hours=hours.pk)} if may else None
