"""What tiers do by the clock, and after a rule has changed."""

from django.utils import timezone
from procrastinate.contrib.django import app

from zhike.clients.tiers.moving import refresh_all
from zhike.clients.tiers.overriding import end_what_is_over


@app.task(name="tiers.move_everyone")
def move_everyone() -> None:
    """Again after a crash it finds nothing left to do."""
    refresh_all()


@app.periodic(cron="7 * * * *")
@app.task(name="tiers.begin_the_day")
def begin_the_day(timestamp: int) -> None:
    """Each hour ends what was given until a day; after the company's midnight everyone is asked anew."""
    end_what_is_over()
    if timezone.localtime(timezone=timezone.get_default_timezone()).hour == 0:
        refresh_all()
