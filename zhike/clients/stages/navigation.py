"""What the palette offers about stages, and their place in the settings."""

from django.utils.translation import gettext_lazy as _

from zhike.clients.stages.models import Stage
from zhike.core.search.actions import Action, register_action
from zhike.core.ui.setting_up import SettingsPart, register

register_action(
    Action(_("Clients by stage"), "clients:board", "board", words="stage board life cycle pipeline 阶段 看板 生命周期")
)
register(
    SettingsPart(
        "stages:list", "board", _("Stages"), _("A client’s life with you: who comes in, what follows, how long."),
        lambda: Stage.objects.standing().count(), 50,
    )
)  # fmt: skip
