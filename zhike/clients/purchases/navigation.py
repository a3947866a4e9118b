"""The place of exchange rates in the settings."""

from django.utils.translation import gettext_lazy as _

from zhike.clients.purchases.models import Rate
from zhike.core.ui.setting_up import SettingsPart, register

register(
    SettingsPart(
        "rates:list", "money", _("Exchange rates"), _("By which amounts in other currencies are added up."),
        lambda: Rate.objects.standing().count(), 60,
    )
)  # fmt: skip
