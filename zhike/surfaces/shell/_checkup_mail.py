"""`zhike check`: whether mail can be sent, and whether it arrives."""

from collections.abc import Iterator
from datetime import timedelta

from django.utils import timezone

from zhike.surfaces.shell._finding import Finding

RECENT = timedelta(days=1)


def mail() -> Iterator[Finding]:
    """Whether the server takes our name and password (nothing is sent), and what did not go lately."""
    from zhike.core.mail.models import Letter
    from zhike.core.mail.server import from_environment, server
    from zhike.core.mail.trying import greet

    used = server()
    if used is None:
        written = "No mail server: nothing is sent, mails are kept in the mailbox."
        yield Finding("warn", "mail", written, "Set one up under Settings, Mail, or set ZHIKE_SMTP_HOST.")
        return
    outcome = greet(used)
    where = f"{used.host}:{used.port} ({'from the environment' if from_environment() else 'from the settings page'})"
    if outcome.well:
        yield Finding("ok", "mail", f"Sent through {where}.")
    else:
        yield Finding("bad", "mail", f"{where} cannot be used: {outcome.answer}".strip(), str(outcome.sentence))
    lost = Letter.objects.filter(state__in=("failed", "bounced"), created_at__gte=timezone.now() - RECENT).count()
    if lost:
        yield Finding(
            "warn", "mail", f"{lost} mails of the last day did not arrive.", "Look at /letters/?state=failed."
        )
