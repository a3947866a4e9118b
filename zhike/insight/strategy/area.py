"""An area that can be switched off."""

from django.utils.translation import gettext_lazy as _

from zhike.core.access.areas import declare_area

declare_area(
    "strategy",
    _("Strategy"),
    _("How you look after clients, in writing, with goals and the rules that carry it."),
    package=__package__ or "",
)
