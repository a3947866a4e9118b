"""Their place in the settings."""

from django.utils.translation import gettext_lazy as _

from zhike.clients.playbooks.models import Playbook
from zhike.core.ui.setting_up import SettingsPart, register

register(
    SettingsPart(
        "playbooks:list", "list", _("Playbooks"), _("What is always done in the same way, as lists of to-dos."),
        lambda: Playbook.objects.standing().count(), 55,
    )
)  # fmt: skip
