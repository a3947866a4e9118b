"""Plan against actual."""

import re
from datetime import timedelta

import pytest

from zhike.domains.projects.models import Hours, Pay

pytestmark = pytest.mark.django_db


def page(client, site, more=""):
    client.force_login(site.lena)
    return client.get(f"/projects/{site.project.reference}/drift/{more}").content.decode()


def test_it_tells_the_days_late_and_what_should_be_done(frozen, site):
    from zhike.domains.projects.baselines.drifting import drift

    baseline = frozen()
    point = site.project.milestones.get()
    point.move(by=site.lena, due_on=site.today + timedelta(days=17), reason="院方推迟")
    later = site.milestone("分院上线", due=40)
    [line, new] = drift(
        baseline.content, site.project.milestones.all(), site.project.tasks.all(), site.today
    )  # fmt: skip
    assert (line.late, line.planned, line.done) == (7, 25, 0)
    assert (new.title, new.planned_on, new.late) == (later.title, None, None)
    site.project.tasks.get(title="搭页面").finish(by=site.lena)
    point.reach(by=site.lena, on=site.today)
    [line, _new] = drift(baseline.content, site.project.milestones.all(), site.project.tasks.all(), site.today)
    assert (line.is_reached, line.late, line.done) == (True, -10, 75)


def test_what_is_overdue_counts_until_today(frozen, site):
    from zhike.domains.projects.baselines.drifting import drift

    baseline = frozen()
    in_a_while = site.today + timedelta(days=14)
    [line] = drift(baseline.content, site.project.milestones.all(), site.project.tasks.all(), in_a_while)
    assert line.late == 4


def test_the_page_goes_by_the_baseline_that_is_chosen(frozen, site, client):
    frozen()
    site.project.milestones.get().move(by=site.lena, due_on=site.today + timedelta(days=17), reason="院方推迟")
    frozen(reason="院方推迟")
    assert "+7" in page(client, site, "?baseline=1")
    assert "as planned" in page(client, site)


def test_without_a_baseline_it_says_what_to_do(site, client):
    assert "No plan was frozen yet." in page(client, site)


def test_two_baselines_are_shown_line_by_line(frozen, site, client):
    frozen()
    site.project.milestones.get().move(by=site.lena, due_on=site.today + timedelta(days=17), reason="院方推迟")
    second = frozen(reason="院方推迟")
    client.force_login(site.lena)
    told = client.get(f"/baselines/{second.reference}/").content.decode()
    assert "What changed since Baseline 1" in told and "+7 days" in told
    assert "Nothing: they are the same." in client.get(f"/baselines/{second.reference}/?against=now").content.decode()


def test_a_stranger_sees_none(frozen, site, cast, client):
    frozen()
    client.force_login(cast.ida)
    assert client.get(f"/projects/{site.project.reference}/drift/").status_code == 404


def test_the_whole_project_is_told_with_its_end_and_all_its_work(frozen, site):
    from zhike.domains.projects.baselines.drifting import whole

    frozen()
    site.project.amend(by=site.lena, ends_on=site.today + timedelta(days=20))
    baseline = frozen(reason="Now with an end")
    site.project.amend(by=site.lena, ends_on=site.today + timedelta(days=25))
    site.project.tasks.get(title="搭页面").finish(by=site.lena)
    project, tasks = site.project, list(site.project.tasks.standing())
    line = whole(baseline.content, project, tasks, site.today)
    assert (line.late, line.done, line.is_reached) == (5, 75, False)
    assert whole(baseline.content, project, tasks, site.today + timedelta(days=30)).late == 10
    assert whole(baseline.content | {"tasks": []}, project, [], site.today).done is None


def test_the_page_ends_with_the_whole_project(frozen, site, client):
    frozen()
    assert "The whole project" in page(client, site)


def test_hours_and_money_stand_beside_those_of_the_baseline(frozen, site, cast, client):
    site.project.amend(by=site.lena, budget=5000, currency="CNY")
    frozen()
    Pay.objects.add(by=cast.mona, role="设计", since=site.today - timedelta(days=90), cost=100, currency="CNY")
    task = site.project.tasks.get(title="搭页面")
    task.amend(by=site.lena, hours=30)
    Hours.objects.add(
        by=site.lena, project=site.project, task=task, person=site.lena, role="设计", on=site.today, minutes=90
    )
    said = [" ".join(one.split()) for one in re.findall(r"<dd>(.*?)</dd>", page(client, site))]
    assert said[:3] == ["24 h", "36 h", "1.5 h"]
    assert "5,000" in said[3] and "150" in said[4]
    client.force_login(cast.omar)
    assert "5,000" not in client.get(f"/projects/{site.project.reference}/drift/").text
