"""The place of webhooks in the settings."""

from django.utils.translation import gettext_lazy as _

from zhike.core.ui.setting_up import SettingsPart, register
from zhike.surfaces.webhooks.models import Webhook

register(
    SettingsPart(
        "webhooks:list", "link", _("Webhooks"), _("What happens here, told to programs elsewhere."),
        lambda: Webhook.objects.standing().count(), 76,
    )
)  # fmt: skip
