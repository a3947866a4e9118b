"""What purchases do by the clock, and when rates change."""

from procrastinate.contrib.django import app

from zhike.clients.purchases.at_home import refresh_at_home
from zhike.core.base.kept import FRESH_SECONDS

SOON = int(FRESH_SECONDS) + 3  # until then a process may still count with the rates as they were


@app.task(name="purchases.refresh_at_home")
def refresh(currency: str) -> None:
    refresh_at_home(currency)


@app.periodic(cron="41 2 * * *")
@app.task(name="purchases.refresh_all")
def refresh_all(timestamp: int) -> None:
    """Once a night, whatever was missed."""
    refresh_at_home()
