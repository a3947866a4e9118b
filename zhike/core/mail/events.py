"""What can happen to a letter, and to the mail server."""

from django.utils.translation import gettext_lazy as _

from zhike.core.timeline.kinds import declare

_PERSONAL = ("name", "to")

WRITTEN = declare("letter.written", _("{actor} wrote the mail “{record}” to {to}"), icon="mail", personal=_PERSONAL)
SENT = declare("letter.sent", _("The mail server took over “{record}” for {to}"), icon="send", personal=_PERSONAL)
KEPT = declare("letter.kept", _("“{record}” is kept here: there is no mail server"), icon="archive", personal=_PERSONAL)
PUT_OFF = declare(
    "letter.put_off", _("“{record}” could not go yet and is tried again"), icon="clock", personal=_PERSONAL
)
FAILED = declare("letter.failed", _("The mail “{record}” to {to} was not sent"), icon="warning", personal=_PERSONAL)
BOUNCED = declare("letter.bounced", _("The mail “{record}” to {to} came back"), icon="undo", personal=_PERSONAL)
HELD = declare("letter.held", _("{actor} held back the mail “{record}”"), icon="stop", personal=_PERSONAL)
HELD_LONGER = declare(
    "letter.held_longer", _("“{record}” waits for the end of quiet hours"), icon="clock", personal=_PERSONAL,
    quiet=True,
)  # fmt: skip
RELEASED = declare("letter.released", _("The mail “{record}” may go now"), icon="send", personal=_PERSONAL)
RESENT = declare("letter.resent", _("{actor} sends “{record}” again, to {to}"), icon="repeat", personal=_PERSONAL)
CANCELLED = declare("letter.cancelled", _("{actor} withdrew the mail “{record}”"), icon="close", personal=_PERSONAL)
SERVER_CHANGED = declare("mail.server_changed", _("{actor} changed the mail server"), icon="settings")
INBOX_CHANGED = declare("mail.inbox_changed", _("{actor} changed the mailbox that answers come to"), icon="settings")
