"""`zhike check`: whether mail can be sent, and whether it arrives."""

from collections.abc import Iterator
from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from zhike.surfaces.shell._finding import Finding

RECENT = timedelta(days=1)


def mail() -> Iterator[Finding]:
    """Whether the server takes our name and password (nothing is sent), and what did not go lately."""
    from zhike.core.mail.models import Letter
    from zhike.core.mail.server import from_environment, server
    from zhike.core.mail.trying import greet

    used = server()
    if used is None:
        written = _("No mail server: nothing is sent, mails are kept in the mailbox.")
        yield Finding("warn", "mail", written, _("Set one up under Settings, Mail, or set ZHIKE_SMTP_HOST."))
        return
    outcome = greet(used)
    source = _("from the environment") if from_environment() else _("from the settings page")
    where = f"{used.host}:{used.port} ({source})"
    if outcome.well:
        yield Finding("ok", "mail", _("Sent through {where}.").format(where=where))
    else:
        yield Finding(
            "bad",
            "mail",
            _("{where} cannot be used: {answer}").format(where=where, answer=outcome.answer).strip(),
            str(outcome.sentence),
        )
    lost = Letter.objects.filter(state__in=("failed", "bounced"), created_at__gte=timezone.now() - RECENT).count()
    if lost:
        yield Finding(
            "warn",
            "mail",
            _("{lost} mails of the last day did not arrive.").format(lost=lost),
            _("Look at /letters/?state=failed."),
        )
