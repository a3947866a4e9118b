"""Turning lines into to-dos: who gets them, and by when."""

from collections.abc import Sequence
from typing import Any

from django.apps import apps
from django.utils import timezone

from zhike.clients.models import Client
from zhike.clients.playbooks.lines import DEPUTY, OWNER
from zhike.clients.playbooks.models import RunLine
from zhike.core.timeline.moment import moment
from zhike.core.todos.models import Todo
from zhike.core.todos.workflows import add_many
from zhike.core.todos.working_days import working_days_after


def give(lines: Sequence[RunLine], *, by: Any) -> None:
    """Make the to-dos of these lines, due by the working calendar from today on."""
    if not lines:
        return
    today = timezone.localdate(moment())
    due = {days: working_days_after(today, days) for days in {line.days for line in lines}}
    people = _named(lines)
    todos = [
        Todo(
            title=line.title, notes=line.text, owner=_who(line, people, by), due_on=due[line.days],
            client=line.run.client, record_type="clients.client", record_id=line.run.client_id,
        )
        for line in lines
    ]  # fmt: skip
    for line, todo in zip(lines, add_many(todos, by=by), strict=True):
        line.todo = todo
    RunLine.objects.bulk_update(lines, ["todo"], batch_size=1_000)


def _named(lines: Sequence[RunLine]) -> dict[tuple[str, int], Any]:
    """(number, client) → person, for those of the people named by number who work here and see the client."""
    wanted = {line.who for line in lines if line.who.isdecimal()}
    clients = Client.objects.filter(pk__in={line.run.client_id for line in lines})
    found = apps.get_model("access.User").objects.at_work().filter(pk__in=wanted)
    return {
        (str(person.pk), client): person
        for person in found
        for client in clients.visible_to(person).values_list("pk", flat=True)
    }


def _who(line: RunLine, people: dict[tuple[str, int], Any], by: Any) -> Any:
    """Whom the line names; else the owner, the deputy, who started it, and last the playbook's keeper."""
    client = line.run.client
    wanted = {OWNER: client.owner, DEPUTY: client.deputy}.get(line.who) or people.get((line.who, client.pk))
    offered = (wanted, client.owner, client.deputy, None if by.is_system else by)
    return next((one for one in offered if one and one.is_active), line.run.playbook.keeper)
