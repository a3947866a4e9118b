"""Where the look round leads: only to what the person has."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from zhike.clients.models import Client
from zhike.core.access.areas import leads_nowhere
from zhike.core.lifecycle.policies import may_lead


@dataclass(frozen=True)
class Stop:
    """`points` is a selector of what is meant on the page."""

    url: str
    title: str | Promise
    text: str | Promise
    points: str


def stops_of(user: Any) -> list[Stop]:
    """In order; at most one query."""
    return [one for one in _all(user) if not leads_nowhere(one.url)]


def _all(user: Any) -> list[Stop]:
    seen = Client.objects.visible_to(user).standing()
    client = seen.filter(owner=user).first() or seen.first()
    found = [
        Stop(
            reverse("my_day"), _("Your day begins here"),
            _("What you have to do, who waits for an answer, and which client needs you."), "#due",
        ),
        Stop(
            f"{reverse('clients:list')}?sort=name", _("The client book"),
            _("Filter it, choose columns, keep a view. The address says what you see: send it to a colleague."),
            ".list-tools",
        ),
    ]  # fmt: skip
    if client:
        found.append(
            Stop(
                reverse("clients:detail", args=[client.reference]), _("A client"),
                _("Write down what was said, and all the rest follows: promises, follow-ups, who waits."), ".composer",
            )
        )  # fmt: skip
    found.append(
        Stop(
            f"{reverse('promises:list')}?side=us", _("What was promised"),
            _("By whom, in which words, until when, and whether it was kept."), ".list-page",
        )
    )  # fmt: skip
    if may_lead(user):
        found.append(
            Stop(
                reverse("my_team"), _("Your team"),
                _("What needs you, and who carries how much. Each number opens its list."), "#load",
            )
        )  # fmt: skip
    found.append(
        Stop(
            reverse("preferences"), _("As you like it"),
            _("Language, theme, how you sign in and what you are told. Ctrl K finds everything, ? shows the keys."),
            "main form",
        )
    )  # fmt: skip
    return found
