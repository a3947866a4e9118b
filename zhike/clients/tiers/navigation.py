"""Their place in the settings."""

from django.utils.translation import gettext_lazy as _

from zhike.clients.tiers.models import Tier
from zhike.core.ui.setting_up import SettingsPart, register

register(
    SettingsPart(
        "tiers:list", "star", _("Tiers"), _("Levels of service: for whom, and what each entitles to."),
        lambda: Tier.objects.standing().count(), 45,
    )
)  # fmt: skip
