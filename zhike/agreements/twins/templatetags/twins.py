"""How texts in two languages are told in templates."""

from django import template

from zhike.agreements.twins.spoken import said_in_ledger

register = template.Library()

register.filter("in_ledger", said_in_ledger)
