"""The database as the commands see it: its pending migrations, and bringing them in."""

import sys

from django.core.management import call_command
from django.db import DatabaseError, OperationalError, connection
from django.db.migrations.exceptions import InconsistentMigrationHistory
from django.db.migrations.executor import MigrationExecutor

from zhike.surfaces.shell import _postgres
from zhike.surfaces.shell._front import Refused

MIGRATING = 7_265_102  # the advisory lock of who migrates


def pending() -> list[str]:
    """Migrations not yet applied, as "app.name". Raises Refused when the database cannot be reached."""
    try:
        executor = MigrationExecutor(connection)
    except OperationalError as error:
        raise Refused(f"The database cannot be reached: {error}".strip()) from error
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _backwards in plan]


def migrate(*, loud: bool) -> int:
    """Applies what is pending, one process at a time; the number of migrations applied."""
    if not pending():
        return 0
    with _postgres.connect() as alone:
        alone.execute("select pg_advisory_lock(%s)", [MIGRATING])
        waiting = pending()
        if waiting and loud:
            print(f"Applying {len(waiting)} migrations …", file=sys.stderr)
        _apply()
    return len(waiting)


def _apply() -> None:
    try:
        call_command("migrate", interactive=False, verbosity=0)
    except (DatabaseError, InconsistentMigrationHistory) as error:
        raise Refused(f"The migrations stopped: {error} Nothing after that was changed.") from error
