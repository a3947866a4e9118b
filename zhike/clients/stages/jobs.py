"""The worker's part: after changes, and each night for what the day alone changes."""

from procrastinate.contrib.django import app

from zhike.clients.stages.moving import move_on


@app.task(name="stages.move_these")
def move_these(clients: list[int]) -> None:
    move_on(clients)


@app.periodic(cron="40 0 * * *")
@app.task(name="stages.move_on")
def move_all(timestamp: int) -> None:
    move_on()
