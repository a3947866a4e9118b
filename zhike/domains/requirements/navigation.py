"""What the palette offers about requirements."""

from django.utils.translation import gettext_lazy as _

from zhike.core.lifecycle.policies import may_work
from zhike.core.search.actions import Action, register_action
from zhike.core.ui.setting_up import SettingsPart, register

register_action(
    Action(
        _("Note a requirement"), "requirements:add", "list", words="requirement wish want need 需求 要求 想要 记",
        may=may_work,
    )
)  # fmt: skip
register(
    SettingsPart(
        "settings_ranking", "sort", _("How requirements are ranked"), _("By which method, and with which weights."),
        order=46,
    )
)  # fmt: skip
