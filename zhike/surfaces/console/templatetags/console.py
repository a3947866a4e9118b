"""A tab of the client page."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag
def tab_link(name: str, current: str, words: str, count: int | None = None) -> SafeString:
    told = format_html(' <span class="count">{}</span>', count) if count else ""
    here = SafeString(' aria-current="page"') if name == current else ""
    return format_html('<a href="?{}"{}>{}{}</a>', f"tab={name}" if name != "timeline" else "", here, words, told)
