"""A playbook goes on when one of its to-dos is done or put away."""

from zhike.clients.playbooks.models import Run
from zhike.clients.playbooks.workflows import go_on
from zhike.core.access.models import User
from zhike.core.record.events import ARCHIVED
from zhike.core.timeline.reactions import Batch, reaction
from zhike.core.todos import events as todo


@reaction(todo.COMPLETED, ARCHIVED)
def go_on_with_playbooks(batch: Batch) -> None:
    ended = {event.record_id for event in batch if event.record_type == "todos.todo"}
    runs = Run.objects.running().filter(lines__todo__in=ended) if ended else Run.objects.none()
    for run in runs.distinct().order_by("pk"):
        go_on(run, by=User.objects.system())
