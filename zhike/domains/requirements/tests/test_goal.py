"""A requirement names the goal of its project that it serves."""

import pytest

from zhike.domains.projects.models import Goal, Project
from zhike.domains.requirements.forms import RequirementForm


@pytest.fixture
def goal(cast, site):
    return Goal.objects.add(by=cast.lena, project=site.project, title="十个预约里八个在网上完成")


def test_the_goal_tells_what_serves_it(cast, site, goal, wanting, client):
    client.force_login(cast.lena)
    page = client.get(f"/goals/{goal.reference}/").content.decode()
    assert "No requirement serves it yet" in page and f"goal={goal.pk}" in page
    wanted = wanting.heard(project=site.project, goal=goal)
    assert wanted.reference in client.get(f"/goals/{goal.reference}/").content.decode()
    assert goal.title in client.get(f"/requirements/{wanted.reference}/").content.decode()
    assert wanted.statement in client.get("/requirements/", {"goal": goal.reference}).content.decode()


def test_it_is_a_goal_of_the_same_project(cast, site, goal, wanting):
    other = Project.objects.add(by=cast.lena, client=cast.qingchuan, lead=cast.lena, name="小程序")
    said = {"client": cast.qingchuan.pk, "statement": "网上预约", "source_text": "电话", "goal": goal.pk}
    for project in ("", other.pk):
        form = RequirementForm(said | {"project": project}, by=cast.lena)
        assert list(form.errors) == ["goal"]
    assert RequirementForm(said | {"project": site.project.pk}, by=cast.lena).is_valid()


def test_in_another_project_it_serves_no_goal_of_this_one(cast, site, goal, wanting):
    wanted = wanting.heard(project=site.project, goal=goal)
    other = Project.objects.add(by=cast.lena, client=cast.qingchuan, lead=cast.lena, name="小程序")
    wanted.amend(by=cast.lena, project=other)
    wanted.refresh_from_db()
    assert wanted.goal is None


def test_whoever_may_not_write_is_offered_nothing(cast, goal, client):
    client.force_login(cast.rita)
    assert f"goal={goal.pk}" not in client.get(f"/goals/{goal.reference}/").content.decode()
