"""Letters, the server that takes them, and the mailbox that answers come back to."""

from zhike.core.mail.models.inbox import Inbox
from zhike.core.mail.models.letter import Letter, State
from zhike.core.mail.models.server import MailServer

__all__ = ["Inbox", "Letter", "MailServer", "State"]
