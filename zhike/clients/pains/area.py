"""An area that can be switched off."""

from django.utils.translation import gettext_lazy as _

from zhike.core.access.areas import declare_area

declare_area(
    "pains", _("Pain points"), _("What hurts a client, and what you offer against it."), package=__package__ or ""
)
