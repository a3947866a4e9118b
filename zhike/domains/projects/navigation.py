"""The places of projects, and what the palette offers about them."""

from django.utils.translation import gettext_lazy as _

from zhike.core.lifecycle.policies import may_work
from zhike.core.search.actions import Action, register_action
from zhike.core.ui import navigation, setting_up
from zhike.core.ui.navigation import NavItem
from zhike.core.ui.setting_up import SettingsPart

register_action(Action(_("New project"), "projects:add", "project", words="project plan 项目 新建 立项", may=may_work))
register_action(Action(_("New task in a project"), "tasks:add", "todo", words="task work plan 任务 工作", may=may_work))
register_action(
    Action(_("My week: book hours"), "hours_week", "clock", words="hours time sheet 工时 周报 打卡", may=may_work)
)
navigation.register(
    NavItem(name="hours", label=_("My week"), url_name="hours_week", icon="clock", order=45, may=may_work)
)
setting_up.register(
    SettingsPart(
        "pay:list", "money", _("Hourly rates"), _("What an hour of each role costs, and is sold for."), order=46
    )
)
