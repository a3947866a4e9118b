"""The worker's part: notifications by mail, and the daily mail."""

from django.db import close_old_connections
from procrastinate.contrib.django import app


@app.task(name="notify.mail")
def mail_notifications() -> int:
    """Write what is wished by mail at once; how many letters."""
    from zhike.core.notify.mailing import mail_at_once

    close_old_connections()
    return mail_at_once()


@app.periodic(cron="*/10 * * * *")
@app.task(name="notify.digests")
def digests(timestamp: int) -> int:
    """The daily mails whose hour has come; and what a crash left of the others."""
    from zhike.core.notify.digest import send_digests
    from zhike.core.notify.mailing import mail_at_once

    close_old_connections()
    return mail_at_once() + send_digests()
