"""The queue of mails to place stands in the sidebar while there are any; the mailbox in the settings."""

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from zhike.core.base.kept import Kept
from zhike.core.lifecycle.policies import may_work
from zhike.core.search.actions import Action, register_action
from zhike.core.ui.navigation import NavItem, register
from zhike.core.ui.setting_up import SettingsPart
from zhike.core.ui.setting_up import register as register_setting
from zhike.surfaces.channels.models import Incoming

_to_place = Kept(lambda: Incoming.objects.to_place().count(), seconds=20)


def _count(_request: HttpRequest) -> int | None:
    return _to_place() or None


def _waits(user: object) -> bool:
    return may_work(user) and bool(_to_place())


register(
    NavItem(
        name="incoming",
        label=_("Mails to place"),
        url_name="incoming:list",
        icon="mail",
        order=25,
        count=_count,
        may=_waits,
    )
)
register_action(
    Action(_("Mails that came in"), "incoming:list", "mail", words="inbox mail replies 收件 来信 邮件", may=may_work)
)
register_setting(
    SettingsPart(
        "settings_inbox",
        "undo",
        _("Mails that come in"),
        _("The mailbox that answers to our mails are read from."),
        order=71,
    )
)
