"""Defects, from found to gone; checks, tried version by version."""

import pytest

from zhike.core.lifecycle.errors import Forbidden, WrongState
from zhike.core.pages.owed import Scope, owed
from zhike.core.resources.reader import Reader
from zhike.domains.projects.quality.models import Check

pytestmark = pytest.mark.django_db


def test_it_knows_in_which_version_it_was_found_and_fixed(bench, cast):
    defect = bench.defect()
    bench.site.hand_in(bench.deliverable)
    defect.fix(by=cast.lena)
    assert (defect.found_in.number, defect.fixed_in.number, defect.state) == (1, 2, "fixed")
    defect.close(by=cast.omar)
    defect.reopen(by=cast.lena, reason="又出现了")
    assert (defect.state, defect.fixed_in) == ("open", None)


def test_what_is_no_defect_says_why(bench, cast):
    defect = bench.defect()
    defect.reject(by=cast.lena, reason="短信平台本来就有延迟")
    assert (defect.state, defect.reason) == ("rejected", "短信平台本来就有延迟")
    with pytest.raises(WrongState):
        defect.fix(by=cast.lena)


@pytest.mark.parametrize("step", ["fix", "reject"])
def test_whoever_reads_does_nothing_about_it(bench, cast, step):
    with pytest.raises(Forbidden):
        getattr(bench.defect(), step)(by=cast.rita)


def test_it_is_owed_by_its_day(bench, cast):
    bench.defect(due_on=bench.site.today)
    bench.defect(title="没有日期")
    kinds = [one.title for one in owed(Reader(cast.lena), Scope(client=cast.qingchuan)) if one.kind == "defects"]
    assert kinds == ["验证码收不到"]


def test_a_check_keeps_each_run_with_its_version(bench, cast):
    check = bench.check()
    check.fail_it(by=cast.lena, note="要点五次")
    bench.site.hand_in(bench.deliverable)
    check.pass_it(by=cast.omar)
    runs = [(one.version.number, one.result, one.tried_by) for one in check.runs.order_by("pk")]
    assert runs == [(1, "failed", cast.lena), (2, "passed", cast.omar)]
    assert Check.objects.with_last().get().last_number == 2
