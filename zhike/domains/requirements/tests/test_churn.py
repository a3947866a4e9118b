"""How much of what was agreed changed since the project started."""

from datetime import date
from types import SimpleNamespace

from zhike.domains.projects.baselines.models import Baseline
from zhike.domains.requirements.churn import Churn, baseline_day, churn_of

DAY, BEFORE, AFTER = date(2026, 5, 3), date(2026, 5, 1), date(2026, 5, 9)


def one(agreed=None, changed=None, ended=None, kind="must"):
    return SimpleNamespace(agreed_on=agreed, changed_on=changed, ended_on=ended, kind=kind)


def test_each_is_counted_once_against_what_was_agreed_on_the_day():
    found = [
        one(BEFORE), one(DAY), one(BEFORE, changed=AFTER), one(BEFORE, ended=AFTER), one(BEFORE, AFTER, AFTER),
        one(AFTER), one(AFTER, ended=AFTER), one(BEFORE, ended=DAY), one(BEFORE, changed=BEFORE), one(),
    ]  # fmt: skip
    assert churn_of(found, DAY) == Churn(DAY, baseline=6, added=1, changed=1, dropped=2)
    assert churn_of(found, DAY).percent == 67


def test_without_a_baseline_there_is_no_rate():
    assert churn_of([one(AFTER)], DAY).percent is None


def test_its_days_are_kept(wanting, cast):
    wanted = wanting.agreed()
    assert wanted.agreed_on and wanted.changed_on is None
    wanted.reword(by=cast.lena, wording="首页留四个入口", reason="院办要")
    wanted.entry.successors.get().confirm(by=cast.lena, contact=cast.clara, how="call")
    wanted = wanting.now(wanted)
    assert wanted.changed_on
    wanted.drop(by=cast.lena, reason="不要了")
    assert wanted.ended_on
    wanted.take_up(by=cast.lena)
    assert wanted.ended_on is None


def test_the_project_tells_what_changed_since_it_started(wanting, cast, site, client):
    wanting.agreed(project=site.project)
    site.run()
    client.force_login(cast.lena)
    page = client.get(f"/projects/{site.project.reference}/").content.decode()
    assert "Nothing changed since." in page


def test_what_both_agreed_to_leave_out_is_no_scope():
    assert churn_of([one(BEFORE), one(BEFORE, kind="wont"), one(AFTER, kind="wont")], DAY) == Churn(DAY, 1, 0, 0, 0)


def test_it_is_counted_since_the_confirmed_baseline(wanting, cast, site, client):
    wanting.agreed(project=site.project)
    site.run()
    site.milestone()
    frozen = Baseline.objects.add(by=cast.lena, project=site.project)
    assert baseline_day(site.project) == (frozen.frozen_on, frozen)
    later = Baseline.objects.add(by=cast.lena, project=site.project, reason="院方推迟")
    assert baseline_day(site.project)[1] == frozen  # the later one is not confirmed
    later.note_confirmed(by=cast.lena, contact=cast.clara, how="call")
    assert baseline_day(site.project)[1] == later
    client.force_login(cast.lena)
    page = client.get(f"/projects/{site.project.reference}/").content.decode()
    assert "1 was agreed in Baseline 2 of" in page and "Nothing changed since." in page
