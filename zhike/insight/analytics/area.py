"""An area that can be switched off."""

from django.utils.translation import gettext_lazy as _

from zhike.core.access.areas import declare_area

declare_area("figures", _("Figures"), _("Charts of your work, and the lists behind them."), package=__package__ or "")
