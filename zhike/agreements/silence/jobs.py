"""What silence does by the clock."""

from procrastinate.contrib.django import app

from zhike.agreements.silence.ending import sweep


@app.periodic(cron="13 * * * *")
@app.task(name="silence.sweep")
def sweep_silence(timestamp: int) -> None:
    """Each hour, since a day ends somewhere in each."""
    sweep()
