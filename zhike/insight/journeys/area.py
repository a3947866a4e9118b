"""An area that can be switched off."""

from django.utils.translation import gettext_lazy as _

from zhike.core.access.areas import declare_area

declare_area(
    "journeys",
    _("Client journeys"),
    _("What clients go through with you, who answers for each point, and where it stands."),
    package=__package__ or "",
)
