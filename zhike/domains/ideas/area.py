"""An area that can be switched off."""

from django.utils.translation import gettext_lazy as _

from zhike.core.access.areas import declare_area

declare_area(
    "ideas",
    _("Ideas"),
    _("What somebody thought of, tried for a few hours, kept or dropped; and what it brought."),
    package=__package__ or "",
)
