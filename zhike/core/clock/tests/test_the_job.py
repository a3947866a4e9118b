"""The sweep is on the schedule."""

from procrastinate.contrib.django import app


def test_it_is_run_each_minute() -> None:
    found = {name: one.cron for (name, _id), one in app.periodic_registry.periodic_tasks.items()}
    assert found["clock.sweep_deadlines"] == "* * * * *"
