"""What forecasts do by the clock."""

from django.utils import timezone
from procrastinate.contrib.django import app

from zhike.domains.projects.forecasts.warning import warn


@app.periodic(cron="45 5 * * *")
@app.task(name="projects.warn")
def warn_early(timestamp: int) -> None:
    """Each morning: whose milestone will hardly come in time hears of it while there is time to say so."""
    warn(timezone.localdate())
