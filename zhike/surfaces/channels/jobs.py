"""The worker's part: the mailbox is read each minute."""

from django.db import close_old_connections
from procrastinate.contrib.django import app


@app.periodic(cron="* * * * *")
@app.task(name="channels.read_inbox")
def read_inbox(timestamp: int) -> int:
    from zhike.surfaces.channels.reading import read_inbox as read

    close_old_connections()
    return read()
