"""What the palette offers about meetings."""

from django.utils.translation import gettext_lazy as _

from zhike.core.lifecycle.policies import may_work
from zhike.core.search.actions import Action, register_action

register_action(
    Action(
        _("Plan a meeting"), "meetings:add", "meeting", words="meeting invite kick-off 会议 例会 启动会 约 邀请",
        may=may_work,
    )
)  # fmt: skip
