"""Trying a mail server out: one letter to whoever asks, at once, and what came of it in plain words."""

import smtplib
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import formataddr, make_msgid
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext

from zhike.core.access.preferences import company
from zhike.core.mail.message import POLICY
from zhike.core.mail.server import Server
from zhike.core.mail.smtp import Unsent, connected, hand_over
from zhike.core.mail.troubles import SENTENCES, trouble_of

PATIENCE = 10.0  # seconds; somebody waits before a page


@dataclass(frozen=True)
class Outcome:
    """`sentence` is for people, `answer` the server's own words."""

    well: bool
    sentence: str | Promise
    answer: str = ""


def send_test(server: Server, *, to: Any) -> Outcome:
    """Send one letter to this person, past the outbox."""
    try:
        with connected(server, PATIENCE) as line:
            answer = hand_over(line, _letter(server, to), server.sender, to.email)
    except Unsent as refused:
        return Outcome(False, SENTENCES[refused.trouble], refused.answer)
    except (OSError, smtplib.SMTPException, UnicodeError) as error:
        return failed(error)
    said = gettext("The server took it over. Look whether it arrives at %(address)s, also among the spam.")
    return Outcome(True, said % {"address": to.email}, answer)


def greet(server: Server) -> Outcome:
    """Connect and sign in, and send nothing."""
    try:
        with connected(server, PATIENCE):
            return Outcome(True, gettext("It takes our name and password."))
    except (OSError, smtplib.SMTPException, UnicodeError) as error:
        return failed(error)


def failed(error: Exception) -> Outcome:
    trouble, answer = trouble_of(error)
    return Outcome(False, SENTENCES[trouble], answer)


def _letter(server: Server, to: Any) -> EmailMessage:
    made = EmailMessage(POLICY)
    made["From"] = formataddr((company().name, server.sender), "utf-8")
    made["To"] = to.email
    made["Subject"] = gettext("Zhike can send mail")
    made["Message-ID"] = make_msgid(domain=server.sender.rpartition("@")[2] or "localhost")
    made["Auto-Submitted"] = "auto-generated"
    made.set_content(gettext("This is the test that you asked for. Your mail server is set up well."))
    return made
