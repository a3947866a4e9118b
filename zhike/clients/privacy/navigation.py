"""The list of erasures has its place in the settings."""

from django.utils.translation import gettext_lazy as _

from zhike.clients.privacy.models import Erasure
from zhike.core.ui.setting_up import SettingsPart, register

register(
    SettingsPart(
        "erasures", "lock", _("Erased persons"), _("Who was erased when, by whom and why; nothing personal."),
        Erasure.objects.count, 80,
    )
)  # fmt: skip
