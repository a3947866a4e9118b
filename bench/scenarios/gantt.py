"""The plan of a project over time: five hundred tasks of which each waits for one to three of those before it."""

from collections.abc import Iterator
from datetime import timedelta
from random import Random
from typing import Any

from django.utils import timezone

from bench.ask import Ask
from bench.seeding import MEMBER
from bench.shape import Shape
from zhike.clients.models import Client
from zhike.core.access.models import User
from zhike.domains.projects.models import Follow, Project, Task

TASKS, NEAR = 500, 15


def asks(chance: Random, shape: Shape) -> Iterator[Ask]:
    project = planned(chance)
    while True:
        yield Ask(f"/projects/{project.reference}/time/")


def planned(chance: Random) -> Any:
    """A project that runs, written without events as everything that is seeded."""
    lead = User.objects.get(email=MEMBER)
    client = Client.objects.filter(visibility="").first() or Client.objects.first()
    project = Project.objects.create(client=client, lead=lead, name="Bench", state="running", created_by=lead)
    said = {"project": project, "client": client, "owner": lead, "created_by": lead}
    begins = [timezone.localdate() + timedelta(days=n // 2 + chance.randint(0, 3)) for n in range(TASKS)]
    tasks = Task.objects.bulk_create(
        Task(title=f"Task {n}", starts_on=day, due_on=day + timedelta(days=chance.randint(0, 4)), **said)
        for n, day in enumerate(begins)
    )
    pairs = {
        (chance.randrange(max(0, n - NEAR), n), n) for n in range(1, TASKS) for _each in range(chance.randint(1, 3))
    }
    Follow.objects.bulk_create(Follow(before=tasks[before], task=tasks[after]) for before, after in sorted(pairs))
    return project
