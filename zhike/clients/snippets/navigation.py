"""Their place in the settings."""

from django.utils.translation import gettext_lazy as _

from zhike.clients.snippets.models import Snippet
from zhike.core.ui.setting_up import SettingsPart, register

register(
    SettingsPart(
        "snippets:list", "copy", _("Snippets"), _("Texts that are written again and again, put in by a key."),
        lambda: Snippet.objects.standing().filter(shared=True).count(), 56,
    )
)  # fmt: skip
