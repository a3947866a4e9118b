"""An area that can be switched off."""

from django.utils.translation import gettext_lazy as _

from zhike.core.access.areas import declare_area

declare_area(
    "segments",
    _("Segments"),
    _("Groups of clients, by rule or by hand."),
    package=__package__ or "",
)
