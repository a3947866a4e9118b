"""How pages show entries and acts."""

from typing import Any

from django import template
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhike.agreements.choices import Verb
from zhike.agreements.models import MODELS
from zhike.agreements.reasonable import left_out
from zhike.agreements.shown import as_read, change_words, state_badge
from zhike.core.resources.registry import resource_of
from zhike.core.ui.cells import badge
from zhike.core.ui.dates import day_words

register = template.Library()
register.filter("state_badge", state_badge)
register.filter("as_read", as_read)
register.filter("left_out", left_out)

ICONS = {
    Verb.PROPOSED: "note", Verb.CONFIRMED: "promise", Verb.QUESTIONED: "question", Verb.CORRECTED: "edit",
    Verb.KEPT: "check", Verb.BROKEN: "stop", Verb.RENEGOTIATED: "repeat", Verb.SUPERSEDED: "repeat",
    Verb.WAIVED: "neutral", Verb.WITHDRAWN: "close", Verb.REOPENED: "undo", Verb.RETRACTED: "undo",
}  # fmt: skip


@register.filter
def url_of(entry: Any) -> str:
    resource = resource_of(entry)
    return resource.url("detail", entry) if resource else ""


@register.filter
def step_url(entry: Any, step: str) -> str:
    resource = resource_of(entry)
    return resource.url("step", entry, step=step) if resource else ""


@register.filter
def linked(said: str, reader: Any) -> SafeString:
    """With references (CV-12) as links."""
    return reader.with_links(said)


@register.filter
def notables(_client: Any) -> list[tuple[Any, str]]:
    """(words, resource) of what can be noted in the ledger."""
    found = (resource_of(model) for model in MODELS.values())
    return [(one.label, one.name) for one in found if one]


@register.filter
def act_icon(act: Any) -> str:
    return ICONS[act.verb]


@register.filter
def act_words(act: Any) -> SafeString:
    """Who did what, in one line: whose word it is comes first."""
    who = (act.contact and act.contact.called) or (act.person and act.person.name) or act.recorded_by.name
    how = f" · {act.get_how_display()}" if act.how else ""
    return format_html("<strong>{}</strong> {}{}", who, act.get_verb_display(), how)


DIFFER = {
    "number": gettext_lazy("The two wordings name different numbers:"),
    "money": gettext_lazy("The two wordings name different currencies:"),
    "date": gettext_lazy("The two wordings name different days:"),
    "negation": gettext_lazy("One of the two wordings denies what the other says."),
    "placeholder": gettext_lazy("The two wordings have different placeholders:"),
}


@register.filter
def difference_words(one: Any) -> str:
    return str(DIFFER[one.kind])


@register.filter
def change_badge(change: str) -> SafeString:
    return badge(change_words(change), "accent")


@register.filter
def said_by(standing: Any) -> SafeString:
    """Who confirmed it and when, or that nobody has; and when it was written down, where that was another day."""
    written = timezone.localdate(standing.entry.created_at)
    parts = []
    if written != standing.entry.valid_from:
        told = {"day": day_words(written, within=True), "who": _writer(standing)}
        parts.append(_("written down %(day)s by %(who)s") % told)
    if standing.said is None:
        parts.append(_("not confirmed"))
    else:
        on = timezone.localdate(standing.said.recorded_at)
        said = {"who": _whose(standing.said), "day": day_words(on, within=True)}
        parts.append(_("confirmed by %(who)s, %(day)s") % said)
    return format_html_join("", "<span>{}</span>", ((one,) for one in parts))


def _whose(act: Any) -> str:
    return str(act.contact.called if act.contact else act.person or act.recorded_by)


def _writer(standing: Any) -> str:
    entry = standing.entry
    who = str(entry.created_by or "")
    on_behalf = entry.contact.called if entry.side == "them" and entry.contact else ""
    return _("%(who)s for %(other)s") % {"who": who, "other": on_behalf} if on_behalf else who
