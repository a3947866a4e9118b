"""An area that can be switched off."""

from django.utils.translation import gettext_lazy as _

from zhike.core.access.areas import declare_area

declare_area(
    "relations",
    _("Relations"),
    _("How clients and people stand to each other."),
    package=__package__ or "",
)
