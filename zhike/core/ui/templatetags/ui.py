"""The words that every template knows without loading them. What each makes is in `cells` and `dates`."""

from typing import Any

from django import template
from django.forms import BoundField
from django.utils.safestring import SafeString

from zhike.core.access.areas import area_is_on
from zhike.core.ui import cells, dates
from zhike.core.ui.assets import asset_url
from zhike.core.ui.fields import FieldParts, parts_of
from zhike.core.ui.frame import frame

register = template.Library()

register.filter("area_is_on", area_is_on)
register.simple_tag(asset_url, name="asset")
register.simple_tag(frame, takes_context=True, name="frame")
register.simple_tag(cells.icon, name="icon")
register.simple_tag(cells.seal, name="seal")
register.simple_tag(cells.avatar, name="avatar")
register.simple_tag(cells.who, name="who")
register.simple_tag(cells.health, name="health")
register.simple_tag(cells.reference, name="reference")
register.simple_tag(cells.progress, name="progress")
register.simple_tag(cells.nothing, name="nothing")
for name, words in (("day", dates.day), ("moment", dates.moment), ("hour", dates.hour), ("ago", dates.ago)):
    register.simple_tag(words, name=name)
    register.filter(name, words)
register.filter("day_within", dates.day_within)
register.filter("moment_within", dates.moment_within)


@register.simple_tag
def badge(words: Any, signal: cells.Signal = "", icon: str = "") -> SafeString:
    return cells.badge(words, signal, icon)


@register.inclusion_tag("ui/components/field.html")
def field(bound: BoundField, label: str = "", hint: str | None = None, large: bool = False) -> dict[str, FieldParts]:
    """Label, control, hint and errors of one form field, tied together for a screen reader."""
    return {"parts": parts_of(bound, label=label, hint=hint, large=large)}


@register.inclusion_tag("ui/components/fields.html")
def fields(form: Any) -> dict[str, Any]:
    """Every visible field of a form, after what is wrong with the whole of it."""
    return {"form": form}


@register.inclusion_tag("ui/components/empty.html")
def empty(icon: str, title: str, text: str = "", url: str = "", action: str = "") -> dict[str, str]:
    """Nothing here: says so, says when there will be, offers the one next step."""
    return {"icon_name": icon, "title": title, "text": text, "url": url, "action": action}
