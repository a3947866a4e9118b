"""Whether a model has changed without a migration. Asks the migrations' files alone, no database."""

import sys

import django
from django.apps import apps
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState


def main() -> int:
    django.setup()
    loader = MigrationLoader(None)
    if conflicts := loader.detect_conflicts():
        print("\n".join(f"{app}: two ends: {', '.join(names)}" for app, names in conflicts.items()))
        return 1
    changes = MigrationAutodetector(loader.project_state(), ProjectState.from_apps(apps)).changes(loader.graph)
    for app, migrations in changes.items():
        for step in (step for migration in migrations for step in migration.operations):
            print(f"{app}: {step.describe()}. Run: python -m django makemigrations {app}")
    return int(bool(changes))


if __name__ == "__main__":
    sys.exit(main())
