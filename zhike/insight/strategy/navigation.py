"""Its place in the sidebar."""

from django.utils.translation import gettext_lazy as _

from zhike.core.ui.navigation import NavItem, register

register(NavItem(name="strategy", label=_("Strategy"), url_name="strategy", icon="ledger", order=32))
