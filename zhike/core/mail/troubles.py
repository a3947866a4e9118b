"""Why a letter did not go, in words that say what to do about it."""

import smtplib
import socket
import ssl

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

PERMANENT = 500


class Trouble(models.TextChoices):
    """What the database keeps; the sentences stand below."""

    HOST = "host", _("Server unknown")
    REFUSED = "refused", _("Connection refused")
    TIMEOUT = "timeout", _("No answer")
    TLS = "tls", _("No encryption")
    CERTIFICATE = "certificate", _("Certificate")
    PASSWORD = "password", _("Password")
    FOLDER = "folder", _("Folder unknown")
    SENDER = "sender", _("Sender refused")
    RECIPIENT = "recipient", _("Address refused")
    CONTENT = "content", _("Content refused")
    BUSY = "busy", _("Not now")
    UNCLEAR = "unclear", _("Unclear")
    BOUNCED = "bounced", _("Came back")
    OTHER = "other", _("Something else")


SENTENCES: dict[str, str | Promise] = {
    Trouble.HOST: _("No server is known under this name. Look for a slip in the server’s name."),
    Trouble.REFUSED: _("The server does not answer on this port. Check the port; usual are 587, 465 and 25."),
    Trouble.TIMEOUT: _("The server did not answer in time. Check server and port, and whether a firewall is between."),
    Trouble.TLS: _(
        "The server does not speak this kind of encryption on this port. STARTTLS goes with 587, TLS with 465."
    ),
    Trouble.CERTIFICATE: _(
        "The server’s certificate is not valid for this name. Use the name that stands in the certificate, or have it "
        "renewed."
    ),
    Trouble.PASSWORD: _(
        "The server does not take this user and password. Many providers ask for a password made for apps, not that of "
        "the mailbox."
    ),
    Trouble.FOLDER: _("There is no such folder in the mailbox. The usual one is INBOX; look for a slip in its name."),
    Trouble.SENDER: _("The server does not let us write as this sender. Use an address that belongs to the user."),
    Trouble.RECIPIENT: _("The server refused this address for good. Check the address."),
    Trouble.CONTENT: _("The server refused what was written, perhaps as spam or as too large."),
    Trouble.BUSY: _("The server asked to try later."),
    Trouble.UNCLEAR: _(
        "The connection broke just when the server took the mail over, so it may have arrived or not. Ask, or send it "
        "again."
    ),
    Trouble.BOUNCED: _("The other side’s mail server sent it back. Check the address, or reach the person otherwise."),
    Trouble.OTHER: _("The server answered with something unexpected."),
}


def trouble_of(error: Exception) -> tuple[Trouble, str]:
    """(what is the matter, what the server said) of anything that smtplib or the network raises on the way in."""
    if isinstance(error, smtplib.SMTPAuthenticationError):
        return Trouble.PASSWORD, said(error.smtp_code, error.smtp_error)
    if isinstance(error, smtplib.SMTPResponseException):
        return Trouble.BUSY if error.smtp_code < PERMANENT else Trouble.OTHER, said(error.smtp_code, error.smtp_error)
    for kind, trouble in _BY_TYPE:
        if isinstance(error, kind):
            return trouble, str(error)
    return Trouble.OTHER, str(error)


_BY_TYPE: tuple[tuple[type[Exception], Trouble], ...] = (
    (smtplib.SMTPNotSupportedError, Trouble.TLS),
    (ssl.SSLCertVerificationError, Trouble.CERTIFICATE),
    (ssl.SSLError, Trouble.TLS),
    (socket.gaierror, Trouble.HOST),
    (UnicodeError, Trouble.HOST),
    (ConnectionRefusedError, Trouble.REFUSED),
    (TimeoutError, Trouble.TIMEOUT),
    (smtplib.SMTPServerDisconnected, Trouble.BUSY),
    (ConnectionError, Trouble.BUSY),
)


def said(code: int, words: bytes | str) -> str:
    """A server's answer as text: "550 no such user"."""
    text = words.decode(errors="replace") if isinstance(words, bytes) else words
    return f"{code} {text}".strip()[:500]
