"""`{% letter_state letter %}`, and Markdown."""

from django import template

from zhike.core.base.markdown import render
from zhike.core.mail.looks import state_badge

register = template.Library()
register.filter("markdown", render)
register.simple_tag(state_badge, name="letter_state")
