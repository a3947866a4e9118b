"""What the worker knows to do."""

from procrastinate.contrib.django import app


def test_it_knows_every_areas_jobs() -> None:
    assert {"timeline.deliver_one", "jobs.run", "clock.sweep_deadlines", "upkeep.requeue_stalled"} <= set(app.tasks)


def test_it_knows_what_happens_by_the_clock() -> None:
    scheduled = {periodic.task.name for periodic in app.periodic_registry.periodic_tasks.values()}
    assert {"clock.sweep_deadlines", "upkeep.requeue_stalled", "upkeep.clear_old"} <= scheduled
