"""An area that can be switched off."""

from django.utils.translation import gettext_lazy as _

from zhike.core.access.areas import declare_area

declare_area(
    "dates",
    _("Important dates"),
    _("Birthdays and other days, solar or lunar, with reminders."),
    package=__package__ or "",
)
