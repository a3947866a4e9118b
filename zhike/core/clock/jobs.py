"""The clock's own job: each minute it looks for what is late."""

from django.utils import timezone
from procrastinate.contrib.django import app

from zhike.core.clock.sweep import sweep


@app.periodic(cron="* * * * *")
@app.task(name="clock.sweep_deadlines")
def sweep_deadlines(timestamp: int) -> None:
    sweep(timezone.now())
