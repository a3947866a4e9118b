"""The worker's part: sending, and each minute what waits for its time."""

from django.db import close_old_connections
from procrastinate.contrib.django import app


@app.task(name="mail.send")
def send() -> int:
    """Send what is due; how many letters were looked at."""
    from zhike.core.mail.sending import send_all

    close_old_connections()
    return send_all()


@app.periodic(cron="* * * * *")
@app.task(name="mail.sweep")
def sweep(timestamp: int) -> int:
    """What was held until now, tries that are due again, and what a crash left."""
    from zhike.core.mail.sending import release_held, send_all

    close_old_connections()
    release_held()
    return send_all()
