"""An area that can be switched off."""

from django.utils.translation import gettext_lazy as _

from zhike.core.access.areas import declare_area

declare_area(
    "purchases",
    _("Purchases"),
    _("What clients bought, and exchange rates."),
    package=__package__ or "",
)
