"""What dates do by the clock: each hour, since a day begins somewhere in each."""

from django.utils import timezone
from procrastinate.contrib.django import app

from zhike.clients.dates.keeping import sweep


@app.periodic(cron="3 * * * *")
@app.task(name="dates.sweep")
def sweep_dates(timestamp: int) -> None:
    sweep(timezone.now())
