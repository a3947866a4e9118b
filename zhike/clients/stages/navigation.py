"""What the palette offers about stages."""

from django.utils.translation import gettext_lazy as _

from zhike.core.search.actions import Action, register_action

register_action(
    Action(_("Clients by stage"), "clients:board", "board", words="stage board life cycle pipeline 阶段 看板 生命周期")
)
