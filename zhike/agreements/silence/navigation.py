"""Its place in the settings."""

from django.utils.translation import gettext_lazy as _

from zhike.agreements.silence.models import SilenceRule
from zhike.core.ui.setting_up import SettingsPart, register

register(
    SettingsPart(
        "silences:list", "clock", _("When clients do not answer"),
        _("Reminders, and what not answering means: for all, and as agreed with each client."),
        lambda: SilenceRule.objects.in_force().count(), 47,
    )
)  # fmt: skip
