"""Letters, and the server that takes them."""

from zhike.core.mail.models.letter import Letter, State
from zhike.core.mail.models.server import MailServer

__all__ = ["Letter", "MailServer", "State"]
