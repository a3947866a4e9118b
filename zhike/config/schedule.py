"""What happens by the clock, in one place. Each line names a job of an area."""

from procrastinate import App


def register(app: App) -> None:
    """Called by Procrastinate once Django is ready."""
    from zhike.core.resources.registry import discover

    discover("jobs")
