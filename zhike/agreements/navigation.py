"""Their place in the settings."""

from django.utils.translation import gettext_lazy as _

from zhike.core.ui.setting_up import SettingsPart, register

register(
    SettingsPart(
        "settings_promises", "promise", _("Promises that need an approval"),
        _("On a client’s holiday, beyond what somebody can carry, beyond the scope."), order=46,
    )
)  # fmt: skip
