"""A tab of the client page; a phone number in words."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from zhike.core.access.preferences import company
from zhike.core.base import phones

register = template.Library()


@register.filter
def phone(number: str) -> str:
    """A kept phone number as it is said in the company's region."""
    return phones.shown(number, company().region)


@register.simple_tag
def tab_link(name: str, current: str, words: str, count: int | None = None) -> SafeString:
    told = format_html(' <span class="count">{}</span>', count) if count else ""
    here = SafeString(' aria-current="page"') if name == current else ""
    return format_html('<a href="?{}"{}>{}{}</a>', f"tab={name}" if name != "timeline" else "", here, words, told)
