"""What clients do by the clock."""

from procrastinate.contrib.django import app

from zhike.clients.follow_ups import lately_woken, refresh_follow_ups


@app.periodic(cron="4 * * * *")
@app.task(name="clients.follow_up_what_woke")
def follow_up_what_woke(timestamp: int) -> None:
    """A to-do that was put off counts again from the morning of its day, in any time zone."""
    refresh_follow_ups(lately_woken())
