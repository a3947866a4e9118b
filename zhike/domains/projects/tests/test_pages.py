"""What people see of a project: its page, the client's page, My day."""

import pytest

from zhike.domains.projects.models import Project, Task

pytestmark = pytest.mark.django_db


def test_the_page_shows_what_is_late_and_what_waits(site, cast, client):
    site.run()
    site.task("改首页", due=-3)
    site.task("画草图").wait(by=site.lena, contact=cast.clara, what="院徽的矢量图")
    client.force_login(site.lena)
    page = client.get(f"/projects/{site.project.reference}/").content.decode()
    assert "1 late" in page
    assert "院徽的矢量图" in page


def test_a_task_is_added_where_one_reads(site, client):
    site.run()
    client.force_login(site.lena)
    where = f"/projects/{site.project.reference}/add-task/"
    refused = client.post(where, {"title": "写文案"}, headers={"HX-Request": "true"})
    assert (refused.status_code, "写文案" in refused.content.decode()) == (422, True)
    said = {"title": "写文案", "owner": site.lena.pk, "due_on": site.today.isoformat()}
    taken = client.post(where, said, headers={"HX-Request": "true"})
    assert (taken.status_code, Task.objects.get().client_id) == (200, site.project.client_id)


def test_a_stranger_and_a_reader_add_none(site, cast, client):
    where = f"/projects/{site.project.reference}/add-task/"
    for person, answer in ((cast.ida, 404), (cast.rita, 403)):
        client.force_login(person)
        assert client.post(where, {"title": "x"}).status_code == answer


def test_it_stands_on_the_page_of_its_client_and_on_my_day(site, client):
    site.run()
    site.task("改首页", due=-3)
    client.force_login(site.lena)
    on_client = client.get(f"/clients/{site.project.client.reference}/?tab=projects").content.decode()
    assert "官网改版" in on_client
    assert "改首页" in client.get("/").content.decode()


def test_the_list_shows_how_far_each_is_and_what_comes_next(site, client):
    site.run()
    site.task("改首页", due=-3)
    site.task("画草图")
    site.task("写文案").finish(by=site.lena)
    site.task("做动画").drop(by=site.lena, reason="不做了")
    later, sooner = site.milestone("全部上线", due=20), site.milestone("第一版上线", due=10)
    site.milestone("第零版", due=1).reach(by=site.lena)
    client.force_login(site.lena)
    page = client.get("/projects/").content.decode()
    assert "1 of 3 done" in page and "1 late" in page
    assert sooner.reference in page and later.reference not in page


def test_the_counts_are_those_of_a_project_with_many_of_both(site):
    """Tasks and milestones do not multiply each other."""
    site.run()
    for number in range(3):
        site.task(f"任务{number}", due=-number)
        site.milestone(f"里程碑{number}", due=-number - 1)
    found = Project.objects.with_progress(site.today).get()
    assert (found.task_count, found.done_count, found.late_count) == (3, 0, 5)
