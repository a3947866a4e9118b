"""The upkeep of the API by the clock."""

from procrastinate.contrib.django import app

from zhike.surfaces.api.repeating import forget_old


@app.periodic(cron="37 * * * *")
@app.task(name="api.forget_answers")
def forget_answers(timestamp: int) -> int:
    return forget_old()
