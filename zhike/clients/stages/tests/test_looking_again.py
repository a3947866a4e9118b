"""Whatever may change whom a rule fits lets the worker look again, once for a batch."""

from procrastinate.contrib.django.models import ProcrastinateJob

from tests.cast import Cast
from zhike.clients.stages.jobs import move_all, move_these
from zhike.clients.stages.models import Stage
from zhike.core.timeline.delivery import deliver_all


def asked() -> list[list[int]]:
    jobs = ProcrastinateJob.objects.filter(task_name="stages.move_these").order_by("pk")
    return [job.args["clients"] for job in jobs]


def test_an_edit_that_a_rule_reads_does_and_another_does_not(cast: Cast, active: Stage) -> None:
    deliver_all()
    before = len(asked())
    cast.qingchuan.amend(by=cast.lena, about="Quiet people")
    deliver_all()
    assert len(asked()) == before
    cast.qingchuan.amend(by=cast.lena, industry="Tea")
    deliver_all()
    assert asked()[before:] == [[cast.qingchuan.pk]]


def test_the_job_moves_them_and_the_night_moves_the_rest(cast: Cast, active: Stage) -> None:
    for client, person in ((cast.qingchuan, cast.lena), (cast.tramlight, cast.ida)):
        client.amend(by=person, industry="Tea")
    move_these([cast.qingchuan.pk])
    cast.tramlight.refresh_from_db()
    assert cast.tramlight.stage is None
    move_all(0)
    cast.tramlight.refresh_from_db()
    assert cast.tramlight.stage == active


def test_without_rules_nobody_is_asked(cast: Cast, lead: Stage) -> None:
    deliver_all()
    assert asked() == []
