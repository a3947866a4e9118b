"""Markdown in templates."""

from django import template

from zhike.core.base.markdown import render

register = template.Library()
register.filter("markdown", render)
