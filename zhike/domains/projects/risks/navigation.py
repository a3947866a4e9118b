"""What the palette offers about risks."""

from django.utils.translation import gettext_lazy as _

from zhike.core.lifecycle.policies import may_work
from zhike.core.search.actions import Action, register_action

register_action(
    Action(_("New risk or problem"), "risks:add", "warning", words="risk problem issue 风险 问题", may=may_work)
)
register_action(Action(_("Risks and problems"), "risks:list", "warning", words="risk problem issue 风险 问题"))
