"""Where a fact is known from, in templates."""

from django import template

from zhike.clients.sourced import provenance

register = template.Library()
register.simple_tag(provenance, name="provenance")
