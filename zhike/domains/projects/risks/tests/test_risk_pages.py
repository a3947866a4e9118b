"""Risks as people see them."""

import pytest

from zhike.domains.projects.risks.models import Risk

pytestmark = pytest.mark.django_db


def test_the_project_and_its_matrix_show_what_is_feared(feared, site, client):
    risk = feared()
    client.force_login(site.lena)
    where = f"/projects/{site.project.reference}/"
    assert risk.title in client.get(where).content.decode()
    page = client.get(f"{where}risks/").content.decode()
    assert risk.reference in page and "Extreme" in page


def test_a_project_without_risks_says_nothing_of_them(site, client):
    client.force_login(site.lena)
    assert "risks-title" not in client.get(f"/projects/{site.project.reference}/").content.decode()
    assert "Nothing is feared." in client.get(f"/projects/{site.project.reference}/risks/").content.decode()


def test_it_is_told_from_its_page(feared, site, cast, client):
    risk = feared()
    client.force_login(site.lena)
    page = f"/risks/{risk.reference}/tell/"
    drafted = client.get(page).content.decode()
    assert "先上总院" in drafted
    said = {"contact": cast.clara.pk, "channel": "phone", "text": "我们提前跟您说一声"}
    assert client.post(page, said).status_code == 302
    assert "我们提前跟您说一声" in client.get(f"/risks/{risk.reference}/").content.decode()


def test_the_page_refuses_in_words_while_there_is_no_option(feared, site, cast, client):
    risk = feared(options=0)
    client.force_login(site.lena)
    answer = client.post(f"/risks/{risk.reference}/tell/", {"contact": cast.clara.pk, "channel": "phone"})
    assert (answer.status_code, "Add at least one option first" in answer.content.decode()) == (422, True)


def test_a_stranger_and_a_reader_tell_nobody(feared, cast, client):
    risk = feared()
    for person, answer in ((cast.ida, 404), (cast.rita, 403)):
        client.force_login(person)
        assert client.get(f"/risks/{risk.reference}/tell/").status_code == answer
    client.force_login(cast.ida)
    assert client.get(f"/projects/{risk.project.reference}/risks/").status_code == 404


def test_of_a_problem_no_likelihood_is_asked(site, client):
    client.force_login(site.lena)
    said = {"project": site.project.pk, "kind": "problem", "title": "测试环境坏了", "likelihood": 1, "impact": 2}
    assert client.post("/risks/new/", said).status_code == 302
    assert Risk.objects.get().score == 10


def test_the_list_is_narrowed_by_likelihood_and_impact(feared, site, client):
    grave, slight = feared(title="接口晚到"), feared(title="字体要买")
    slight.amend(by=site.lena, likelihood=1, impact=2)
    client.force_login(site.lena)
    page = client.get("/risks/?likelihood=4&impact=4").content.decode()
    assert grave.title in page and slight.title not in page
    page = client.get("/risks/?likelihood=1&likelihood=2").content.decode()
    assert slight.title in page and grave.title not in page
