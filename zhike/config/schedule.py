"""What happens by the clock, in one place: the jobs of the areas, and the upkeep of the jobs themselves."""

from procrastinate import App, JobContext
from procrastinate.builtin_tasks import remove_old_jobs

SILENCE = 30  # seconds without a heartbeat after which a worker counts as dead
KEPT_HOURS = 24 * 14  # how long finished jobs can still be looked at


def register(app: App) -> None:
    """Called by Procrastinate once Django is ready and each area's `jobs` is imported."""
    app.periodic(cron="* * * * *")(app.task(name="upkeep.requeue_stalled", pass_context=True)(requeue_stalled))
    app.periodic(cron="17 3 * * *")(app.task(name="upkeep.clear_old", pass_context=True)(clear_old))


async def requeue_stalled(context: JobContext, timestamp: int) -> int:
    """Puts jobs back whose worker was killed: they would stay "doing" for ever. Returns how many."""
    manager = context.app.job_manager
    stalled = list(await manager.get_stalled_jobs(seconds_since_heartbeat=SILENCE))
    for job in stalled:
        await manager.retry_job(job)
    await manager.prune_stalled_workers(SILENCE)
    return len(stalled)


async def clear_old(context: JobContext, timestamp: int) -> None:
    """Forgets finished jobs and expired sessions, once a night."""
    from asgiref.sync import sync_to_async
    from django.core.management import call_command

    await remove_old_jobs.func(context, max_hours=KEPT_HOURS, remove_cancelled=True, remove_aborted=True)
    await sync_to_async(call_command)("clearsessions")
