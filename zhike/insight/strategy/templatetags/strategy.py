"""How the strategy is told in templates."""

from django import template

from zhike.core.base.markdown import render
from zhike.insight.strategy.shown import state_badge

register = template.Library()

register.filter("strategy_state", state_badge)
register.filter("strategy_text", render)
