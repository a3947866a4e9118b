"""Where guides are found."""

from django.utils.translation import gettext_lazy as _

from zhike.core.lifecycle.policies import may_work
from zhike.core.search.actions import Action, register_action
from zhike.core.ui.setting_up import SettingsPart, register

register_action(
    Action(
        _("Ask along a guide"), "inquiries:add", "question",
        words="interview questionnaire survey ask guide 访谈 问卷 提纲 提问", may=may_work,
    )
)  # fmt: skip
register(
    SettingsPart("guides:list", "question", _("Guides"), _("Questions for interviews and questionnaires."), order=47)
)
