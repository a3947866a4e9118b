"""Its place in the sidebar, and each picture in the palette."""

from django.utils.translation import gettext_lazy as _

from zhike.core.search.actions import Action, register_action
from zhike.core.ui.navigation import NavItem, register
from zhike.insight.analytics import (  # noqa: F401  (declared there)
    pictures,
    pictures_of_effort,
    pictures_of_faults,
    pictures_of_friction,
    pictures_of_rework,
)
from zhike.insight.analytics.registry import every

register(NavItem(name="figures", label=_("Figures"), url_name="figures", icon="chart", order=30))
for one in every():
    register_action(Action(one.label, "figures_one", "chart", words="chart figures 图表 统计", args=(one.name,)))
