"""`{% discussion_on record %}`: the discussion of a record, on its page."""

from typing import Any

from django import template
from django.template import Context

from zhike.core.discussion.panel import panel_of

register = template.Library()


@register.inclusion_tag("discussion/panel.html", takes_context=True)
def discussion_on(context: Context, record: Any) -> dict[str, Any]:
    request = context["request"]
    shown = panel_of(record, request.user, back=request.get_full_path())
    return shown | {"csrf_token": context.get("csrf_token"), "request": request}
