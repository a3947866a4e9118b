"""Why a client came in or left: kept as JSON with the move, said in the reader's language."""

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _

from zhike.clients.rules.needs import CLIENT
from zhike.clients.rules.reading import Rule, conditions
from zhike.clients.rules.registry import all_fields
from zhike.core.base.listing import listed
from zhike.core.record import events
from zhike.core.timeline.models import Event

Why = dict[str, Any]

RULE, MADE = {"cause": "rule"}, {"cause": "made"}
KINDS = {
    events.ADDED.name: "added",
    events.IMPORTED.name: "added",
    events.ARCHIVED.name: "archived",
    events.RESTORED.name: "restored",
}
PLAIN: Mapping[str, str | Promise] = {
    "rule": _("the rule was changed"),
    "made": _("it fitted when the segment was made"),
    "added": _("the client is new"),
    "archived": _("the client was archived"),
    "restored": _("the client was brought back"),
    "hand": _("picked by hand"),
}


def why_event(event: Event, rule: Rule) -> Why:
    """The change that the event tells, and which fields of the rule it touched."""
    cause = KINDS.get(event.kind, "change") if event.record_type == CLIENT else "change"
    return {"cause": cause, "fields": _touched(event, rule), "event": event.pk, "by": event.actor_id}


def why_day(rule: Rule) -> Why:
    return {"cause": "day", "fields": _fields(rule, lambda one: one.timely)}


def why_hand(person: Any) -> Why:
    return {"cause": "hand", "by": person.pk}


def in_words(why: Why) -> str:
    """`Industry changed`, `time went by (Last contact)`, `picked by hand`."""
    known = all_fields()
    names = listed(known[name].label for name in why.get("fields", ()) if name in known)
    if why.get("cause") == "day":
        return gettext("time went by (%(fields)s)") % {"fields": names} if names else gettext("time went by")
    if why.get("cause") == "change":
        return pgettext("why", "%(fields)s changed") % {"fields": names} if names else gettext("something changed")
    return str(PLAIN.get(why.get("cause", ""), ""))


def said(why: Why | str) -> str:
    """As the timeline says it; what was kept as words, or was redacted, as it stands."""
    return in_words(why) if isinstance(why, dict) else why


def _touched(event: Event, rule: Rule) -> list[str]:
    changed = event.fact("changed", {})
    if event.record_type == CLIENT:
        return _fields(rule, lambda one: not set(one.field.columns).isdisjoint(changed))
    return _fields(rule, lambda one: event.record_type in one.field.records)


def _fields(rule: Rule, wanted: Callable[[Any], bool]) -> list[str]:
    return list(dict.fromkeys(one.field.name for one in conditions(rule) if wanted(one)))


def sentence(why: Why) -> str:
    return str(capfirst(in_words(why)))
