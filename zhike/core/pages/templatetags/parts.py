"""Shows the parts that areas have declared for a place."""

from typing import Any

from django import template
from django.template.context import Context
from django.template.engine import Engine
from django.utils.safestring import SafeString, mark_safe

from zhike.core.pages.held import holds
from zhike.core.pages.parts import Part, parts_of, tab_of

register = template.Library()
FRAMES = {"rail": "pages/part_rail.html"} | dict.fromkeys(
    ("first", "main", "side", "facts", "people"), "pages/part_main.html"
)


@register.simple_tag(takes_context=True)
def parts(context: Context, place: str, record: Any, reader: Any) -> SafeString:
    """Every part of the place that has something to say, in order, each in the place's frame."""
    frame = FRAMES.get(place.rpartition(".")[2], "")
    found = (one for one in parts_of(place) if not one.about or holds(record, *one.about))
    return mark_safe("".join(_shown(context, one, record, reader, frame) for one in found))


@register.simple_tag(takes_context=True)
def tab_part(context: Context, place: str, name: str, record: Any, reader: Any) -> SafeString:
    one = tab_of(place, name)
    return _shown(context, one, record, reader, "") if one else SafeString("")


def _shown(context: Context, one: Part, record: Any, reader: Any, frame: str) -> SafeString:
    said = one.context(record, reader)
    if said is None:
        return SafeString("")
    names = {"record": record, "reader": reader, "part": one, "more": None, "count": None, **said}
    with context.push(**names):
        return Engine.get_default().get_template(frame or one.template).render(context)
