"""Long work that is started from the settings."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from zhike.core.access.models import User
from zhike.core.history.undo import turn_round
from zhike.core.jobs.kinds import runner
from zhike.core.jobs.progress import Progress
from zhike.core.lifecycle.errors import Refused
from zhike.core.lifecycle.policies import may_administer, may_lead
from zhike.core.record.handing_over import BELONGINGS, Belonging
from zhike.core.timeline.models import Event


@runner("demo.remove", label=_("Remove demo data"), may=may_administer)
def remove_demo(progress: Progress) -> dict[str, Any]:
    """All or nothing; run again after a crash, it finds nothing left to do."""
    from zhike.surfaces.exchange import demo

    if demo.is_built():
        demo.remove(lambda _sentence: None)
    return {"says": gettext("The demo data is gone.")}


@runner(
    "people.hand_over",
    label=_("Hand over"),
    may=may_lead,
    counts={"given": _("handed over"), "failed": _("refused")},
)
def hand_over(progress: Progress, person: int, receivers: dict[str, int], clients: dict[str, int]) -> dict[str, Any]:
    """`receivers` by kind, `clients` by client, which go first: numbers of people. Run again, it goes on with the rest.

    The marker keeps the events, by which it can be taken back.
    """
    by, leaver = progress.job.started_by, User.objects.get(pk=person)
    people = User.objects.at_work().in_bulk({*receivers.values(), *clients.values()})
    told: list[int] = list(progress.marker or [])
    refused = 0
    for kind, record in _open(leaver, by):
        if progress.cancelled():
            break
        to = people.get(clients.get(str(getattr(record, kind.client)), receivers.get(kind.name, 0)))
        if to is None:
            continue
        try:
            event = kind.give(record, by=by, to=to)
            told += [event.pk] if event else []
        except Refused:
            refused += 1
        progress.tell(done=len(told) + refused, counts={"given": len(told), "failed": refused}, marker=told)
    says = ngettext("%(count)d thing is handed over.", "%(count)d things are handed over.", len(told))
    address = f"{reverse('hand_over', args=[leaver.reference])}?job={progress.job.pk}"
    return {"says": says % {"count": len(told)}, "url": address, "events": told}


def _open(leaver: User, by: User) -> Iterator[tuple[Belonging, Any]]:
    """What the person who hands over may see of it; told off kind by kind, clients first."""
    for kind in BELONGINGS.values():
        seen = kind.open_of(leaver)
        for record in list(seen & seen.model._default_manager.visible_to(by)):
            yield kind, record


@runner("people.hand_back", label=_("Take a hand-over back"), may=may_lead, counts={"given": _("given back")})
def hand_back(progress: Progress, events: list[int]) -> dict[str, Any]:
    """Each as far as nobody has changed the same since; the last given goes first."""
    by = progress.job.started_by
    done = 0
    for number, event in enumerate(Event.objects.filter(pk__in=events, actor=by).order_by("-pk"), 1):
        done += turn_round(event, by)
        progress.tell(done=number, counts={"given": done})
    return {"says": ngettext("%(count)d thing is back.", "%(count)d things are back.", done) % {"count": done}}
