"""The forecast as people see it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from zhike.domains.projects.forecasts.reading import company_days, rows_before, rows_of
from zhike.domains.projects.models import Project
from zhike.domains.projects.planning.plan import PlanError

pytestmark = pytest.mark.django_db


def page(client, site, **more):
    client.force_login(site.lena)
    return client.get(f"/projects/{site.project.reference}/forecast/", **more).content.decode()


def test_it_tells_the_days_of_a_milestone_and_what_holds_it_up(site, client):
    point = site.milestone(due=60)
    draft = site.task("画草图", due=5, hours_low=8, hours=16, hours_high=60, milestone=point)
    build = site.task("搭页面", due_on=None, hours=16, milestone=point)
    build.follow(by=site.lena, before=draft)
    told = page(client, site)
    assert "第一版上线" in told and "100%" in told
    assert told.index("What holds up the end") < told.rindex("画草图") < told.rindex("搭页面")
    assert "1 of 2 open tasks" in told
    assert "What makes the end unsure" in told


def test_the_project_asks_for_the_short_form(site, client):
    site.milestone()
    client.force_login(site.lena)
    where = f"/projects/{site.project.reference}/"
    assert f'hx-get="{where}forecast/"' in client.get(where).content.decode()
    short = page(client, site, headers={"HX-Request": "true"})
    assert "第一版上线" in short and "<html" not in short


def test_a_plan_that_cannot_be_worked_out_says_so_in_its_place(site, client, monkeypatch):
    def fails(*_said):
        raise PlanError

    monkeypatch.setattr("zhike.domains.projects.forecasts.views.quickly", fails)
    short = page(client, site, headers={"HX-Request": "true"})
    assert "cannot be worked out" in short and "<html" not in short


def test_nothing_open_says_so(site, client):
    assert "Nothing is open." in page(client, site)


def test_a_stranger_sees_none(site, cast, client):
    client.force_login(cast.ida)
    assert client.get(f"/projects/{site.project.reference}/forecast/").status_code == 404


def test_it_asks_the_database_as_often_for_many_tasks_as_for_few(site, client, django_assert_max_num_queries):
    site.task("一")
    page(client, site)
    with django_assert_max_num_queries(30) as few:
        page(client, site)
    for n in range(8):
        site.task(f"任务 {n}")
    with django_assert_max_num_queries(len(few.captured_queries)):
        page(client, site)


def test_it_remembers_how_things_stood(site):
    point = site.milestone(due=10)
    draft = site.task("画草图", hours=8, milestone=point)
    build = site.task("搭页面", hours=8)
    since = timezone.now()
    draft.amend(by=site.lena, hours=20)
    build.follow(by=site.lena, before=draft, lag=2)
    build.begin(by=site.lena)
    draft.finish(by=site.lena)
    site.task("写文案")
    point.move(by=site.lena, due_on=site.today + timedelta(days=30), reason="院方推迟")
    days = company_days(site.today)
    rows = rows_of(Project.objects.get())
    then, now = (each.situation(days, site.today) for each in (rows_before(rows, since), rows))
    assert (set(then.work), set(now.work)) == ({draft.pk, build.pk}, {build.pk, build.pk + 1})
    assert then.work[draft.pk].days == (1, 1, 1)
    assert (then.work[build.pk].befores, now.work[build.pk].befores) == ((), ((draft.pk, 2),))
    assert (then.work[build.pk].begun_on, now.work[build.pk].begun_on) == (None, site.today)
    assert [each.points[point.pk].due_on for each in (then, now)] == [
        site.today + timedelta(days=far) for far in (10, 30)
    ]


def test_it_tells_what_moved_the_end_in_the_last_week(site, client):
    draft = site.task("画草图", due_on=None, hours=8)
    Project.objects.update(created_at=timezone.now() - timedelta(days=20))
    type(draft).objects.update(created_at=timezone.now() - timedelta(days=20))
    draft.amend(by=site.lena, hours=80)
    told = page(client, site)
    assert "estimated anew" in told and "days later" in told


def test_of_a_milestone_to_which_nothing_leads_no_chance_is_told(site, client):
    site.milestone("验收", due=20)
    site.task("别的", due=5, hours=8)
    told = page(client, site)
    assert "No open task leads to it" in told
    assert "no open task leads to it" in page(client, site, headers={"HX-Request": "true"})


def test_a_project_with_nothing_open_foretells_nothing(site, client):
    short = page(client, site, headers={"HX-Request": "true"})
    assert "Nothing is open" in short and "sure to 80%" not in short


def test_what_will_hardly_come_in_time_is_told_early_as_a_risk(site, cast, client):
    point = site.milestone("验收", due=3)
    site.task("搭页面", due=5, hours_low=200, hours=300, hours_high=400, milestone=point)
    told = page(client, site)
    where = next(line for line in told.split('"') if line.startswith("/risks/new/?")).replace("&amp;", "&")
    form = client.get(where).content.decode()
    assert "may not come by" in form and "“验收”" in form
    client.force_login(cast.rita)
    assert "/risks/new/?" not in client.get(f"/projects/{site.project.reference}/forecast/").content.decode()
