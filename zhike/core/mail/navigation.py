"""Where mail is found by the palette."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from zhike.core.mail.server import server
from zhike.core.search.actions import Action, register_action


def _no_server(_user: Any) -> bool:
    return server() is None


register_action(Action(_("Mails sent"), "letters:list", "send", words="outbox mail bounced 发件箱 邮件 退信"))
register_action(Action(_("Mailbox"), "mailbox", "mail", words="mails kept 本地信箱 邮件", may=_no_server))
