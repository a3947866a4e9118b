"""A number to tap, and where what was said is logged afterwards."""

from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from zhike.clients.calling import log_address
from zhike.core.access.preferences import staff_names
from zhike.core.ui.cells import icon

register = template.Library()
register.simple_tag(log_address, name="log_address")


@register.filter
def name_of(person_id: int) -> str:
    """A member of staff by number."""
    return staff_names().get(person_id, "")


@register.simple_tag
def call(number: str, about: Any, words: str = "", kind: str = "small only") -> SafeString:
    """A button that rings. `about` is a client, a contact, or what has `client` and perhaps `contact` and `project`."""
    client, contact = parties(about)
    log = log_address(client, contact, project=getattr(about, "project", None))
    who = contact or client
    spoken = gettext("Call %(name)s") % {"name": who}
    return format_html(
        '<a class="button {}" href="tel:{}" data-call="{}" data-who="{}"{}>{}{}</a>',
        kind, number, log, who,
        format_html(' aria-label="{}"', spoken) if not words else "", icon("phone"), words,
    )  # fmt: skip


def parties(about: Any) -> tuple[Any, Any]:
    """(client, contact) that a call is about."""
    kind = about._meta.label_lower
    if kind == "clients.client":
        return about, None
    if kind == "clients.contact":
        return about.client_id and about.client, about
    return about.client, about.contact
