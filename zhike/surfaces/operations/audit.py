"""The audit page: the one stream of events, with who, what, when, from where; narrowed in the address, taken out."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.http import QueryDict
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from zhike.core.timeline.kinds import KINDS
from zhike.core.timeline.models import Event

STRETCH = 60
GROUPS: dict[str, tuple[str | Promise, tuple[str, ...]]] = {
    "gate": (_("Signing in"), ("person.signed_in", "person.password", "person.factor", "person.sessions")),
    "failed": (_("Failed sign-ins"), ("person.sign_in_failed",)),
    "rights": (
        _("Rights and settings"),
        (
            "person.left", "person.returned", "person.invited", "person.factors_reset", "person.password_given",
            "company.", "sign_on.", "token.", "link.issued", "link.revoked", "mail.server", "webhook.",
        ),
    ),
    "taken": (_("Taken out"), ("export.", "privacy.exported", "document.made", "audit.", "calendar_feed.")),
    "erased": (_("Erased and removed"), ("privacy.erased", "privacy.redacted", "record.archived", "merging.merged")),
    "tokens": (_("Done by programs"), ()),
}  # fmt: skip
PEOPLE = "access.user"


def events_for(words: QueryDict) -> QuerySet[Event]:
    """What the address asks for, the latest first. Odd values ask for nothing."""
    asked = [make(words[name]) for name, make in CONDITIONS.items() if words.get(name)]
    return Event.objects.filter(*asked).order_by("-pk")


def _of_group(name: str) -> Q:
    if name == "tokens":
        return Q(origin__startswith="TK-")
    starts = GROUPS[name][1] if name in GROUPS else ()
    kinds = [kind for kind in KINDS if kind.startswith(starts)] if starts else []
    found = Q(kind__in=kinds)
    return found | Q(record_type=PEOPLE, kind__in=("record.edited", "record.added")) if name == "rights" else found


def _by(value: str) -> Q:
    return Q(actor=int(value)) if value.isdecimal() and len(value) < 10 else Q(pk=None)


def _about(value: str) -> Q:
    """The record, by reference, such as CL-12; an event about a client's things too."""
    from zhike.core.resources.registry import RESOURCES

    prefix, _dash, number = value.strip().upper().partition("-")
    types = [one.record_type for one in RESOURCES.values() if one.model.prefix == prefix]
    if not types or not number.isdecimal() or len(number) > 18:
        return Q(pk=None)
    found = Q(record_type__in=types, record_id=int(number))
    return found | Q(client=int(number)) if types == ["clients.client"] else found


def _day(value: str) -> datetime | None:
    try:
        day = parse_date(value)
    except ValueError:
        return None
    return timezone.make_aware(datetime.combine(day, time.min)) if day else None


def _since(value: str) -> Q:
    day = _day(value)
    return Q(at__gte=day) if day else Q()


def _until(value: str) -> Q:
    day = _day(value)
    return Q(at__lt=day + timedelta(days=1)) if day else Q()


def _before(value: str) -> Q:
    return Q(pk__lt=int(value)) if value.isdecimal() and len(value) < 19 else Q()


CONDITIONS: dict[str, Any] = {
    "what": _of_group,
    "by": _by,
    "about": _about,
    "from": lambda value: Q(origin__icontains=value[:80]),
    "since": _since,
    "until": _until,
    "before": _before,
}


def stretches(events: QuerySet[Event], size: int = 500) -> Iterator[list[Event]]:
    """All of them, in stretches, so that a long history does not lie in memory."""
    last: int | None = None
    while found := list((events.filter(pk__lt=last) if last else events)[:size]):
        yield found
        last = found[-1].pk
