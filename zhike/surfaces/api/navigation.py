"""The place of tokens in the settings."""

from django.utils.translation import gettext_lazy as _

from zhike.core.access.models import Token
from zhike.core.ui.setting_up import SettingsPart, register

register(
    SettingsPart(
        "tokens:list", "key", _("Tokens"), _("Keys with which programs use the API."),
        lambda: Token.objects.standing().count(), 75,
    )
)  # fmt: skip
