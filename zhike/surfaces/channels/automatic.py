"""Whether a person wrote a mail, or a machine (RFC 3834, 2; RFC 2919; RFC 2369). Pure.

Keeps machines out of what waits for an answer, and out of what is acknowledged.
"""

import re
from collections.abc import Mapping

from django.db import models
from django.utils.translation import gettext_lazy as _

MACHINES = re.compile(r"^(mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounces?)([+._-].*)?@", re.IGNORECASE)
ABSENT = re.compile(
    r"^(automatic reply|auto(matic)?[- ]?(reply|response)|out of (the )?office"
    r"|自动回复|自動回覆|自動回復|自动答复|不在办公室"
    r"|automatische antwort|abwesenheit(snotiz)?|réponse automatique)\s*[:：\[【(]?",
    re.IGNORECASE,
)


class Sort(models.TextChoices):
    LETTER = "letter", _("Written by a person")
    AUTOMATIC = "automatic", _("Automatic answer")
    BULK = "bulk", _("Circular")
    BOUNCE = "bounce", _("Report of a mail server")


def sort_of(headers: Mapping[str, str], content_type: str, sender: str, subject: str) -> Sort:
    """`headers` by their name in small letters."""
    if content_type == "multipart/report":
        return Sort.BOUNCE
    auto = headers.get("auto-submitted", "no").partition(";")[0].strip().lower()
    precedence = headers.get("precedence", "").strip().lower()
    if auto != "no" or precedence == "auto_reply" or headers.keys() & {"x-autoreply", "x-autorespond"}:
        return Sort.AUTOMATIC
    if headers.get("return-path", "").strip() == "<>" or MACHINES.match(sender) or ABSENT.match(subject):
        return Sort.AUTOMATIC
    if precedence in {"bulk", "list", "junk"} or headers.keys() & {"list-id", "list-unsubscribe"}:
        return Sort.BULK
    return Sort.LETTER
