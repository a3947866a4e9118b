"""A step that asks what nobody can answer yet says so, and leads to where it is added."""

import pytest

from zhike.clients.models import Client
from zhike.domains.projects.models import Deliverable, Project, Task

pytestmark = pytest.mark.django_db


@pytest.fixture
def project(cast):
    bare = Client.objects.add(by=cast.lena, name="Nobody known", owner=cast.lena, team=cast.lena.team)
    return Project.objects.add(by=cast.lena, client=bare, lead=cast.lena, name="官网改版")


@pytest.fixture
def task(project, cast):
    return Task.objects.add(by=cast.lena, project=project, owner=cast.lena, title="首页")


def test_what_is_missing_is_added_from_there_for_the_same_client_and_project(client, cast, project, task):
    client.force_login(cast.lena)
    page = f"/tasks/{task.reference}/step/follow/"
    told = client.get(page).content.decode()
    assert "There is nothing to choose yet for “After which task”." in told
    assert 'class="button primary" type="submit"' not in told
    back = f"next=%2Ftasks%2F{task.reference}%2Fstep%2Ffollow%2F"
    assert f"/tasks/new/?project={project.pk}&amp;{back}" in told
    told = client.get(f"/tasks/{task.reference}/step/wait/").content.decode()
    assert f"/contacts/new/?client={project.client_id}&amp;next=" in told and "New contact" in told
    Task.objects.add(by=cast.lena, project=project, owner=cast.lena, title="缴费页")
    assert "nothing to choose" not in client.get(page).content.decode()


def test_an_answer_to_it_is_told_the_same(client, cast, task):
    client.force_login(cast.lena)
    answer = client.post(f"/tasks/{task.reference}/step/follow/", {"before": "1"})
    assert answer.status_code == 422 and "nothing to choose" in answer.content.decode()


def test_what_is_put_on_its_page_is_said_to_be(client, cast, project):
    deliverable = Deliverable.objects.add(by=cast.lena, project=project, owner=cast.lena, title="初稿")
    client.force_login(cast.lena)
    told = client.get(f"/deliverables/{deliverable.reference}/step/hand_in/").content.decode()
    assert "put it there on its page" in told and f'href="/deliverables/{deliverable.reference}/">Back' in told


def test_of_a_segment_that_holds_nobody_nobody_is_taken_out(cast):
    from zhike.clients.segments.models import Segment

    segment = Segment.objects.add(by=cast.lena, name="To visit", owner=cast.lena)
    assert not Segment.drop.step.offered_to(cast.lena, segment)
    segment.pick(by=cast.lena, clients=[cast.qingchuan])
    assert Segment.drop.step.offered_to(cast.lena, segment)
