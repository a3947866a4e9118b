"""Keeping `due_on` true: in batches, whatever changed it."""

from collections.abc import Collection
from typing import Any

from django.utils import timezone

from zhike.clients.plans.calendars import calendars
from zhike.clients.plans.models import Plan, State

BATCH = 1_000


def refresh(plans: Any) -> int:
    """Work out again when the contacts of these plans are due; how many days moved. Versions stay."""
    calendar_of = calendars(timezone.localdate())
    moved: list[Plan] = []
    for plan in plans.select_related("client", "project").order_by("pk").iterator(BATCH):
        due = plan.next_on(calendar_of(plan.client.country)) if plan.state == State.RUNNING else None
        if due != plan.due_on:
            plan.due_on = due
            moved.append(plan)
    Plan.objects.bulk_update(moved, ["due_on"], batch_size=BATCH)
    return len(moved)


def refresh_of_projects(projects: Collection[int]) -> None:
    refresh(Plan.objects.filter(project__in=projects))


def refresh_of_clients(clients: Collection[int]) -> None:
    refresh(Plan.objects.filter(client__in=clients))
