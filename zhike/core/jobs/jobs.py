"""The worker's door to the jobs that people watch."""

from django.db import close_old_connections
from procrastinate import JobContext, RetryStrategy
from procrastinate.contrib.django import app

AGAIN = RetryStrategy(max_attempts=40, wait=5, linear_wait=5)


@app.task(name="jobs.run", retry=AGAIN, pass_context=True)
def run_job(context: JobContext, job_id: int) -> None:
    """Run one job to its end; again when the worker or the database went away meanwhile."""
    from zhike.core.jobs.running import run

    close_old_connections()
    run(job_id, leaving=context.should_abort)
