"""An area that can be switched off."""

from django.utils.translation import gettext_lazy as _

from zhike.core.access.areas import declare_area

declare_area(
    "plans", _("Contact plans"), _("Who speaks with whom how often, and who is overdue."), package=__package__ or ""
)
