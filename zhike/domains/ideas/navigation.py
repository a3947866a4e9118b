"""What the palette and the settings offer about ideas."""

from django.utils.translation import gettext_lazy as _

from zhike.core.lifecycle.policies import may_work
from zhike.core.search.actions import Action, register_action
from zhike.core.ui.setting_up import SettingsPart, register

register_action(
    Action(_("Note an idea"), "ideas:add", "idea", words="idea odd creative 想法 点子 创意 主意 记", may=may_work)
)
register_action(
    Action(_("What became of ideas"), "idea_outcomes", "idea", words="idea outcome win rate credit 点子 创意 成效 功劳")
)
register(
    SettingsPart(
        "settings_trials", "idea", _("Hours for trials"), _("How many hours a quarter there are for trying ideas."),
        order=47,
    )
)  # fmt: skip
