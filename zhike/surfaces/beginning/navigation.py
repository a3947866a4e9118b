"""The set-up stands first among the settings, finished or not."""

from django.utils.translation import gettext_lazy as _

from zhike.core.ui.setting_up import SettingsPart, register

register(SettingsPart("welcome_done", "star", _("Set-up"), _("The first steps, one by one; also later."), order=5))
