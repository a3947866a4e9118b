"""An area that can be switched off."""

from django.utils.translation import gettext_lazy as _

from zhike.core.access.areas import declare_area

declare_area(
    "stages",
    _("Stages"),
    _("Where a client stands in its life with you."),
    package=__package__ or "",
)
