"""An iteration on its page and on its project's."""

from datetime import timedelta

import pytest

from zhike.domains.projects.iterations.models import Iteration
from zhike.domains.projects.models import Task

pytestmark = pytest.mark.django_db


def test_several_are_taken_at_once_or_none(site, iteration, cast, client):
    client.force_login(cast.lena)
    where, page = f"/iterations/{iteration.reference}/tasks/", f"/iterations/{iteration.reference}/"
    client.post(where, {"take": [site.first.pk, site.second.pk]})
    assert iteration.taken.count() == 2
    client.post(where, {"leave": site.first.pk})
    assert [one.task for one in iteration.taken.all()] == [site.second]
    site.third.finish(by=cast.lena)
    answer = client.post(where, {"take": [site.first.pk, site.third.pk]}, follow=True)
    assert "缴费页" in answer.text and iteration.taken.count() == 1
    assert "挂号页" in client.get(page).text


def test_more_hours_than_the_team_has_warn(site, iteration, cast, client):
    iteration.amend(by=cast.lena, hours=10)
    for task in (site.first, site.second):
        iteration.take(by=cast.lena, task=task)
    client.force_login(cast.lena)
    assert "16 hours are taken on, the team can give 10" in client.get(f"/iterations/{iteration.reference}/").text


def test_a_title_and_days_are_proposed_behind_the_last(site, iteration, cast, client):
    client.force_login(cast.lena)
    page = client.get(f"/iterations/new/?project={site.project.pk}").text
    assert f'value="{iteration.ends_on + timedelta(days=1)}"' in page
    said = {"project": site.project.pk, "starts_on": "2030-01-01", "ends_on": "2030-01-14"}
    client.post("/iterations/new/", said)
    assert Iteration.objects.latest("pk").title == "Iteration 2"
    assert client.post("/iterations/new/", said | {"ends_on": "2031-01-01"}).status_code == 422


def test_the_project_shows_the_one_that_runs(site, iteration, cast, client):
    client.force_login(cast.lena)
    iteration.take(by=cast.lena, task=site.first)
    assert "第一轮" in client.get(f"/projects/{site.project.reference}/").text


def test_the_client_is_asked_by_a_link(site, iteration, cast, client):
    iteration.take(by=cast.lena, task=site.first)
    iteration.begin(by=cast.lena)
    iteration.look_back(by=cast.lena, outcome="挂号能用了", unfinished="back")
    client.force_login(cast.lena)
    where = f"/iterations/{iteration.reference}/ask/"
    assert "挂号" not in client.get(where).text
    answer = client.post(where, {"contact": cast.clara.pk, "note": ""})
    assert answer.status_code == 200 and "no-store" in answer["Cache-Control"]
    iteration.refresh_from_db()
    assert iteration.stands_as == "asked"


def test_a_reader_changes_nothing(site, iteration, cast, client):
    client.force_login(cast.rita)
    for said in ({}, {"take": site.first.pk}):
        assert client.post(f"/iterations/{iteration.reference}/tasks/", said).status_code == 403


def test_a_stranger_finds_nothing(site, iteration, cast, client):
    client.force_login(cast.ida)
    assert client.get(f"/iterations/{iteration.reference}/").status_code == 404
    assert client.post(f"/iterations/{iteration.reference}/tasks/", {"take": site.first.pk}).status_code == 404
    assert Task.objects.filter(taken_into__isnull=False).count() == 0
