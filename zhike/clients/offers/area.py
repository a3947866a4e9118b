"""An area that can be switched off."""

from django.utils.translation import gettext_lazy as _

from zhike.core.access.areas import declare_area

declare_area(
    "offers",
    _("Offers"),
    _("What some clients get for a while, who takes it up, and whether it helps."),
    package=__package__ or "",
)
