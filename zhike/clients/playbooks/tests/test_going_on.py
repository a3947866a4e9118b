"""A playbook that runs: what waits for something, what is edited meanwhile, how it ends."""

from tests.cast import Cast
from zhike.clients.playbooks.lines import Line
from zhike.clients.playbooks.models import Playbook, Run
from zhike.clients.playbooks.reactions import go_on_with_playbooks
from zhike.clients.playbooks.workflows import start
from zhike.core.timeline.delivery import deliver_all
from zhike.core.timeline.models import Event
from zhike.core.todos.models import Todo


def progress() -> tuple[int, int]:
    run = Run.objects.with_progress().get()
    return run.done, run.total


def test_what_waits_comes_when_that_is_done(welcome: Playbook, cast: Cast) -> None:
    start(welcome, cast.qingchuan, by=cast.lena)
    Todo.objects.get(title="Say welcome").complete(by=cast.lena)
    assert not Todo.objects.filter(title="Ask how it went").exists()
    deliver_all()
    assert Todo.objects.get(title="Ask how it went").owner == cast.lena
    assert progress() == (1, 3)


def test_it_is_over_when_all_is_done(welcome: Playbook, cast: Cast) -> None:
    run = start(welcome, cast.qingchuan, by=cast.lena)
    while left := Todo.objects.open().first():
        left.complete(by=cast.lena)
        deliver_all()
    run.refresh_from_db()
    assert run.ended_at is not None
    assert not run.stopped
    assert Event.objects.filter(kind="playbook.finished", client=cast.qingchuan).count() == 1


def test_what_somebody_puts_away_counts_no_more(welcome: Playbook, cast: Cast) -> None:
    start(welcome, cast.qingchuan, by=cast.lena)
    Todo.objects.get(title="Send the rules of engagement").archive(by=cast.lena)
    deliver_all()
    assert progress() == (0, 2)


def test_an_edit_leaves_what_runs_as_it_started(welcome: Playbook, cast: Cast) -> None:
    run = start(welcome, cast.qingchuan, by=cast.lena)
    welcome.amend(by=cast.mona, lines=[Line("Something else").kept])
    assert [line.title for line in run.lines.order_by("place")][2] == "Ask how it went"
    assert (run.edition, welcome.version) == (1, 2)
    later = start(welcome, cast.tramlight, by=cast.ida)
    assert (later.edition, later.lines.get().title) == (2, "Something else")


def test_an_event_told_twice_gives_nothing_twice(welcome: Playbook, cast: Cast) -> None:
    start(welcome, cast.qingchuan, by=cast.lena)
    told = Todo.objects.get(title="Say welcome").complete(by=cast.lena)
    for _again in range(2):
        go_on_with_playbooks.run([told])
    assert Todo.objects.filter(title="Ask how it went").count() == 1
