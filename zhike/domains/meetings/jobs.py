"""What meetings do by the clock."""

from django.utils import timezone
from procrastinate.contrib.django import app

from zhike.domains.meetings.series import sweep
from zhike.domains.meetings.workflows import warn_of_missing_agendas


@app.periodic(cron="7 * * * *")
@app.task(name="meetings.sweep")
def sweep_meetings(timestamp: int) -> None:
    """The next ones of series whose last is over; a word to whoever leads one without an agenda."""
    now = timezone.now()
    sweep(now)
    warn_of_missing_agendas(now)
