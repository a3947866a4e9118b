"""What the palette offers about contracts."""

from django.utils.translation import gettext_lazy as _

from zhike.core.lifecycle.policies import may_work
from zhike.core.search.actions import Action, register_action

register_action(
    Action(
        _("Write a contract"),
        "contracts:add",
        "file",
        words="contract agreement sign 合同 协议 签署 新建",
        may=may_work,
    )
)
