"""An area that can be switched off."""

from django.utils.translation import gettext_lazy as _

from zhike.core.access.areas import declare_area

declare_area(
    "playbooks",
    _("Playbooks"),
    _("Lists of to-dos that a client gets when its time has come."),
    package=__package__ or "",
)
