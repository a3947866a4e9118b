"""What contracts do by the clock."""

from django.utils import timezone
from procrastinate.contrib.django import app

from zhike.agreements.contracts.sweep import note_heads, sweep


@app.periodic(cron="20 * * * *")
@app.task(name="contracts.sweep")
def sweep_contracts(timestamp: int) -> None:
    """Warn of those that end soon; let those that are over go on, or end. What an upgrade left to do is done first."""
    note_heads()
    sweep(timezone.localdate())
