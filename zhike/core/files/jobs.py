"""The upkeep of files by the clock."""

from django.utils import timezone
from procrastinate.contrib.django import app

from zhike.core.files import sweep


@app.periodic(cron="23 * * * *")
@app.task(name="files.forget_drafts")
def forget_drafts(timestamp: int) -> None:
    sweep.forget_drafts(timezone.now())


@app.periodic(cron="41 3 * * *")
@app.task(name="files.remove_orphans")
def remove_orphans(timestamp: int) -> None:
    sweep.remove_orphans(timezone.now())
