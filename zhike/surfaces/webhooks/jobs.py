"""The worker's part: sending to one webhook, and each minute what is due again."""

from django.db import close_old_connections
from procrastinate.contrib.django import app


@app.task(name="webhooks.send")
def send(webhook_id: int) -> int:
    """Send what is due to one; how many were tried."""
    from zhike.surfaces.webhooks.sending import send_to

    close_old_connections()
    return send_to(webhook_id)


@app.periodic(cron="* * * * *")
@app.task(name="webhooks.sweep")
def sweep(timestamp: int) -> int:
    """What is due again, what a crash left, and what is too old to be kept."""
    from zhike.surfaces.webhooks.sending import forget_old, send_all

    close_old_connections()
    forget_old()
    return send_all()
