"""Where mail is found by the palette, and its place in the settings."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from zhike.core.mail.server import server
from zhike.core.search.actions import Action, register_action
from zhike.core.ui.setting_up import SettingsPart, register


def _no_server(_user: Any) -> bool:
    return server() is None


register_action(Action(_("Mails sent"), "letters:list", "send", words="outbox mail bounced 发件箱 邮件 退信"))
register_action(Action(_("Mailbox"), "mailbox", "mail", words="mails kept 本地信箱 邮件", may=_no_server))
register(
    SettingsPart(
        "settings_mail", "mail", _("Mail"), _("The server that sends, a test, and what did not arrive."), order=70
    )
)
