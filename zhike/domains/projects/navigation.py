"""What the palette offers about projects."""

from django.utils.translation import gettext_lazy as _

from zhike.core.lifecycle.policies import may_work
from zhike.core.search.actions import Action, register_action

register_action(Action(_("New project"), "projects:add", "project", words="project plan 项目 新建 立项", may=may_work))
register_action(Action(_("New task in a project"), "tasks:add", "todo", words="task work plan 任务 工作", may=may_work))
