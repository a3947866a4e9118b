"""The trail of notices on the page of an entry and of a read-back; what is paused, and the rule, at the client."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhike.agreements.silence.choices import WaitState
from zhike.agreements.silence.models import SilenceRule, Wait
from zhike.agreements.silence.shown import wait_badge
from zhike.core.pages.parts import part
from zhike.core.resources.reader import Reader

SHOWN, AT_THE_CLIENT = 20, 3
WITH = ("contact", "rule")


@part("waits.main", template="silence/trail.html", label=_("If they do not answer"), name="trail", order=5)
@part("promises.main", template="silence/trail.html", label=_("If they do not answer"), name="trail", order=5)
@part("expectations.main", template="silence/trail.html", label=_("If they do not answer"), name="trail", order=5)
@part("decisions.main", template="silence/trail.html", label=_("If they do not answer"), name="trail", order=5)
@part("clauses.main", template="silence/trail.html", label=_("If they do not answer"), name="trail", order=5)
@part("constraints.main", template="silence/trail.html", label=_("If they do not answer"), name="trail", order=5)
@part("readbacks.main", template="silence/trail.html", label=_("If they do not answer"), name="trail", order=5)
def trail(record: Any, _reader: Reader) -> dict[str, Any] | None:
    """Each wait with the notices that went out: when, to whom, and whether they arrived."""
    known = Wait.objects.filter(**{_KEYS.get(type(record).__name__, "entry"): record.pk})
    found = list(known.select_related(*WITH).prefetch_related("notices__letter", "notices__contact", "notices__person")
                 .order_by("-pk")[:SHOWN])  # fmt: skip
    if not found:
        return None
    told = [(wait, wait_badge(wait), sorted(wait.notices.all(), key=lambda one: one.pk)) for wait in found]
    return {"waits": told, "names_them": type(record).__name__ == "Readback"}


_KEYS = {"Readback": "readback", "Wait": "pk"}


@part(
    "clients.rail", template="silence/rail.html", label=_("They do not answer"), order=16,
    about=("silence.Wait.client",),
)  # fmt: skip
def unanswered(client: Any, _reader: Reader) -> dict[str, Any] | None:
    """What waits or goes to somebody else because nobody answered."""
    stuck = Wait.objects.filter(client=client, state__in=(WaitState.PAUSED, WaitState.ESCALATED))
    found = list(stuck.order_by("until")[: AT_THE_CLIENT + 1])
    more = (f"{reverse('waits:list')}?client={client.reference}", gettext("All"))
    return {"waits": [(one, wait_badge(one)) for one in found[:AT_THE_CLIENT]], "more": more} if found else None


@part("clients.menu", template="silence/menu.html", order=45)
def rule_of(client: Any, reader: Reader) -> dict[str, Any] | None:
    return {} if SilenceRule.may_add(reader.user, None) and client.archived_at is None else None
