"""An area that can be switched off."""

from django.utils.translation import gettext_lazy as _

from zhike.core.access.areas import declare_area

declare_area(
    "tiers",
    _("Tiers"),
    _("Levels of service, by rule or by approval."),
    package=__package__ or "",
)
