"""What keeps a deliverable from the client."""

import pytest

from zhike.core.lifecycle.errors import Forbidden
from zhike.core.timeline.models import Event
from zhike.domains.projects.quality.errors import NotGoodEnough, NothingToTry
from zhike.domains.projects.quality.gate import let_through, tolerate

pytestmark = pytest.mark.django_db


def test_without_checks_it_goes_out(bench, cast):
    assert bench.show(cast) == "review"


def test_a_check_that_fails_keeps_it_until_it_passes(bench, cast):
    check = bench.check()
    check.fail_it(by=cast.lena, note="要点五次")
    with pytest.raises(NotGoodEnough, match="三步之内完成"):
        bench.show(cast)
    bench.site.hand_in(bench.deliverable)
    with pytest.raises(NotGoodEnough):  # nobody tried it on the new version
        bench.show(cast)
    check.pass_it(by=cast.lena)
    assert bench.show(cast) == "review"


def test_a_defect_that_is_too_grave_keeps_it_until_somebody_looked_at_the_fix(bench, cast):
    defect = bench.defect(severity=2)
    bench.defect(severity=1, title="错别字")
    with pytest.raises(NotGoodEnough, match="验证码收不到") as refused:
        bench.show(cast)
    assert "错别字" not in str(refused.value)
    defect.fix(by=cast.lena)
    with pytest.raises(NotGoodEnough):
        bench.show(cast)
    defect.close(by=cast.omar)
    assert bench.show(cast) == "review"


def test_how_grave_is_too_grave_is_for_the_project_to_say(bench, cast):
    bench.defect(severity=3)
    tolerate(bench.site.project, 3, by=cast.lena)
    tolerate(bench.site.project, 3, by=cast.lena)
    assert Event.objects.filter(kind="project.tolerates").count() == 1
    assert bench.show(cast) == "review"


def test_it_goes_out_all_the_same_with_a_reason_that_is_kept(bench, cast):
    bench.defect()
    let_through(bench.deliverable, by=cast.lena, reason="客户要先看看配色")
    assert bench.show(cast) == "review"
    told = Event.objects.get(kind="deliverable.gate_overridden")
    assert (told.actor, told.facts["reason"], told.facts["number"]) == (cast.lena, "客户要先看看配色", 1)
    bench.site.hand_in(bench.deliverable)
    with pytest.raises(NotGoodEnough):  # the word was for the version before
        bench.show(cast)


def test_whoever_reads_lets_nothing_through(bench, cast):
    with pytest.raises(Forbidden):
        let_through(bench.deliverable, by=cast.rita, reason="x")
    with pytest.raises(Forbidden):
        tolerate(bench.site.project, 4, by=cast.rita)


def test_there_must_be_a_version(bench, cast):
    bench.deliverable = bench.site.deliverable(versions=0)
    with pytest.raises(NothingToTry):
        bench.check().pass_it(by=cast.lena)
    with pytest.raises(NothingToTry):
        let_through(bench.deliverable, by=cast.lena, reason="x")
