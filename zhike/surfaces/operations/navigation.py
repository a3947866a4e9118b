"""Audit and operations stand among the settings."""

from django.utils.translation import gettext_lazy as _

from zhike.core.ui.setting_up import SettingsPart, register
from zhike.surfaces.operations import rooms as rooms

register(SettingsPart("audit", "list", _("Audit"), _("Who did what, when, and from where."), order=80))
register(SettingsPart("adoption", "team", _("Use"), _("Who uses what, and what people say of Zhike."), order=82))
register(
    SettingsPart("operations", "health", _("Operations"), _("Jobs, mail, storage, what is wrong with them."), order=85)
)
