"""An area that can be switched off."""

from django.utils.translation import gettext_lazy as _

from zhike.core.access.areas import declare_area

declare_area(
    "snippets",
    _("Snippets"),
    _("Texts that are written again and again, put in by a key."),
    package=__package__ or "",
)
