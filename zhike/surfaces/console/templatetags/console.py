"""A tab of the client page; who leads; a phone number and a small number in words."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import pgettext_lazy

from zhike.core.access.preferences import company
from zhike.core.base import phones
from zhike.core.lifecycle.policies import may_lead

register = template.Library()

NUMBERS = (
    pgettext_lazy("how many", "one"),
    pgettext_lazy("how many", "two"),
    pgettext_lazy("how many", "three"),
    pgettext_lazy("how many", "four"),
    pgettext_lazy("how many", "five"),
    pgettext_lazy("how many", "six"),
    pgettext_lazy("how many", "seven"),
    pgettext_lazy("how many", "eight"),
    pgettext_lazy("how many", "nine"),
    pgettext_lazy("how many", "ten"),
)


register.filter("leads", may_lead)


@register.filter
def phone(number: str) -> str:
    """A kept phone number as it is said in the company's region."""
    return phones.shown(number, company().region)


@register.simple_tag
def tab_link(name: str, current: str, words: str, count: int | None = None) -> SafeString:
    told = format_html(' <span class="count">{}</span>', count) if count else ""
    here = SafeString(' aria-current="page"') if name == current else ""
    return format_html('<a href="?{}"{}>{}{}</a>', f"tab={name}" if name != "timeline" else "", here, words, told)


@register.filter
def counted(number: int) -> str:
    """How many things there are, up to ten as a word: 2 is "two" and 两, not 二."""
    return str(NUMBERS[number - 1]) if 0 < number <= len(NUMBERS) else str(number)
