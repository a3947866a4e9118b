"""The strategy, declared."""

from django.utils.translation import gettext_lazy as _

from zhike.core.resources import filters
from zhike.core.resources.columns import Column, column
from zhike.core.resources.registry import register
from zhike.core.resources.resource import Resource, SearchText
from zhike.insight.strategy.choices import Section, State
from zhike.insight.strategy.forms import StrategyForm
from zhike.insight.strategy.models import Strategy
from zhike.insight.strategy.pages import StrategyPage
from zhike.insight.strategy.shown import state_badge

register(
    Resource(
        name="strategies",
        model=Strategy,
        form=StrategyForm,
        icon="ledger",
        order="-number",
        columns=(
            Column("title", _("Strategy"), lambda one, reader: reader.link(one), needs=("title", "number"), wide=False),
            Column("state", _("State"), lambda one, _r: state_badge(one), needs=("state",), sort="state", wide=False),
            column(Strategy, "number", number=True, shown=False),
            column(Strategy, "in_force_from"),
            column(Strategy, "in_force_until"),
            *(column(Strategy, one.value, shown=False, cut=True) for one in Section),
        ),
        filters=(filters.choice("state", _("State"), State.choices), filters.archived()),
        search=SearchText(details=("title",), body=tuple(one.value for one in Section)),
        pages={"detail": StrategyPage, "board": None},
        menu=False,
    )
)
