"""Starting a playbook for clients, going on when something is done, stopping."""

from collections.abc import Collection
from typing import Any

from django.db import transaction
from django.utils import timezone

from zhike.clients.models import Client
from zhike.clients.playbooks import events
from zhike.clients.playbooks.errors import AlreadyRunning
from zhike.clients.playbooks.giving import give
from zhike.clients.playbooks.models import Playbook, Run, RunLine
from zhike.core.lifecycle.errors import Forbidden, WrongState
from zhike.core.lifecycle.policies import may_work
from zhike.core.timeline.moment import moment
from zhike.core.timeline.tell import event_of, tell, tell_many
from zhike.core.todos.models import Todo
from zhike.core.todos.workflows import withdraw_many


def start(playbook: Playbook, client: Client, *, by: Any, occasion: str = "") -> Run:
    """Give the client the playbook's to-dos. By hand it starts once a day. Raises Forbidden, AlreadyRunning."""
    made = start_many(playbook, [client.pk], by=by, occasion=occasion or f"hand:{timezone.localdate(moment())}")
    if not made:
        raise AlreadyRunning
    return made[0]


@transaction.atomic
def start_many(playbook: Playbook, clients: Collection[int], *, by: Any, occasion: str) -> list[Run]:
    """The same for many clients; those where it runs, or has run on this occasion, are left as they are."""
    if not may_work(by):
        raise Forbidden
    held = Client.objects.filter(pk__in=clients).order_by("pk").select_for_update(of=("self",), no_key=True)
    found = list(held.select_related("owner", "deputy"))
    taken = _taken(playbook, found, occasion)
    now = moment()
    runs = Run.objects.bulk_create(
        Run(
            playbook=playbook, client=client, occasion=occasion, edition=playbook.version, started_at=now, started_by=by
        )
        for client in found
        if client.pk not in taken
    )
    lines = playbook.each_line()
    waiting = RunLine.objects.bulk_create(
        RunLine(run=run, place=place, **line.kept) for run in runs for place, line in enumerate(lines, start=1)
    )
    give([line for line in waiting if not line.after], by=by)
    tell_many(event_of(events.STARTED, run.client, by=by, facts=_facts(run) | {"todos": len(lines)}) for run in runs)
    return runs


@transaction.atomic
def stop(run: Run, *, by: Any, why: str = "") -> int:
    """Withdraw what is open; how many. Raises Forbidden, WrongState when it has ended."""
    if not may_work(by):
        raise Forbidden
    _hold(run)
    if run.ended_at:
        raise WrongState(run)
    gone = stop_many(Run.objects.filter(pk=run.pk), by=by, why=why)
    run.refresh_from_db()
    return gone


@transaction.atomic
def stop_many(runs: Any, *, by: Any, why: str = "") -> int:
    """The same for those of the queryset that still run, in a constant number of statements."""
    held = runs.running().order_by("pk").select_for_update(of=("self",), no_key=True)
    found = list(held.select_related("client", "playbook"))
    if not found:
        return 0
    todos = RunLine.objects.filter(run__in=found).exclude(todo=None).values("todo")
    gone = withdraw_many(Todo.objects.filter(pk__in=todos), by=by)
    Run.objects.filter(pk__in=[run.pk for run in found]).update(ended_at=moment(), stopped=True, why=why[:200])
    more = {"why": why, "withdrawn": gone} if len(found) == 1 else {"why": why}
    tell_many(event_of(events.STOPPED, run.client, by=by, facts=_facts(run) | more) for run in found)
    return gone


@transaction.atomic
def go_on(run: Run, *, by: Any) -> None:
    """Give what waited for something that is done by now, and end the run when nothing is left."""
    _hold(run)
    if run.ended_at:
        return
    lines = list(run.lines.select_related("todo", "run__client__owner", "run__client__deputy", "run__playbook__keeper"))
    over = {line.place for line in lines if line.todo and (line.todo.state == "done" or line.todo.archived_at)}
    give([line for line in lines if line.todo is None and line.after in over], by=by)
    if len(over) == len(lines):
        run.ended_at = moment()
        run.save(update_fields=["ended_at"])
        tell(events.FINISHED, run.client, by=by, facts=_facts(run))


def _taken(playbook: Playbook, clients: list[Client], occasion: str) -> set[int]:
    """Clients where it runs or has been started for this occasion."""
    here = Run.objects.filter(playbook=playbook, client__in=clients)
    return set((here.running() | here.filter(occasion=occasion)).values_list("client_id", flat=True))


def _hold(run: Run) -> None:
    run.refresh_from_db(from_queryset=Run.objects.select_for_update(no_key=True))


def _facts(run: Run) -> dict[str, Any]:
    return {"playbook": run.playbook.name, "run": run.pk, "edition": run.edition}
