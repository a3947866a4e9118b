"""The control of a filter: a select for what can be chosen, else a box to write in."""

from typing import Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from zhike.core.resources.filters import Filter
from zhike.core.resources.reader import Reader

register = template.Library()


@register.simple_tag
def filter_control(one: Filter, reader: Reader) -> SafeString:
    options: Any = one.options(reader)
    if not options:
        return format_html('<input class="input" name="{}">', one.name)
    listed = format_html_join("", '<option value="{}">{}</option>', options)
    return format_html('<select class="select" name="{}"><option value="">—</option>{}</select>', one.name, listed)
