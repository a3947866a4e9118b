"""What the ledger does by the clock."""

from django.utils import timezone
from procrastinate.contrib.django import app

from zhike.agreements.foreseeing import warn


@app.periodic(cron="35 5 * * *")
@app.task(name="agreements.warn")
def warn_early(timestamp: int) -> None:
    """Each morning: whoever will hardly keep a promise hears of it while there is time to say so."""
    warn(timezone.localdate())
