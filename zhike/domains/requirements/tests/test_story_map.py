"""Lena arranges what is wanted by what their people do and when they get it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from zhike.core.access.models import Token
from zhike.core.history.undo import undo_values
from zhike.core.lifecycle.errors import Forbidden
from zhike.core.timeline.models import Event
from zhike.domains.projects.models import Project
from zhike.domains.requirements.errors import MovedMeanwhile
from zhike.domains.requirements.models import Activity, Requirement
from zhike.domains.requirements.story_map import story_map_of


@pytest.fixture
def find(cast, site):
    return Activity.objects.add(by=cast.lena, project=site.project, title="找医生")


@pytest.fixture
def pay(cast, site, find):
    return Activity.objects.add(by=cast.lena, project=site.project, title="付款")


@pytest.fixture
def wishes(wanting, site):
    return [wanting.heard(f"愿望{n}", project=site.project) for n in range(3)]


def standing(activity, phase=None):
    found = Requirement.objects.mapped().filter(activity=activity, phase=phase)
    return [one.statement for one in found]


def test_it_is_put_before_another_one(cast, site, find, wishes):
    for one in wishes:
        one.move(by=cast.lena, activity=find)
    assert standing(find) == ["愿望0", "愿望1", "愿望2"]
    wishes[2].move(by=cast.lena, activity=find, before=wishes[0])
    assert standing(find) == ["愿望2", "愿望0", "愿望1"]
    told = Event.objects.filter(kind="requirement.moved").latest("pk")
    assert told.record_id == wishes[2].pk and told.fact("where") == "找医生"


def test_a_stale_move_is_told_and_moves_nothing(cast, site, find, pay, wishes):
    one = wishes[0]
    seen = one.version
    one.move(by=cast.lena, activity=pay)
    with pytest.raises(MovedMeanwhile, match="付款"):
        one.move(by=cast.lena, activity=find, seen=seen)
    assert standing(pay) == ["愿望0"]


def test_it_is_not_put_before_what_has_gone_elsewhere(cast, site, find, pay, wishes):
    wishes[1].move(by=cast.lena, activity=pay)
    with pytest.raises(MovedMeanwhile):
        wishes[0].move(by=cast.lena, activity=find, before=wishes[1])
    assert standing(find) == []


def test_a_reader_moves_nothing(cast, find, wishes):
    with pytest.raises(Forbidden):
        wishes[0].move(by=cast.rita, activity=find)


def test_the_phase_into_which_it_goes_waits_for_what_is_asked(cast, site, find, wanting):
    early, late = site.phase("一期"), site.phase("二期", position=2)
    asked = wanting.asked(project=site.project, phase=early)
    assert early.requirements.filter(pk=asked.entry_id).exists()
    asked.move(by=cast.lena, activity=find, phase=late)
    assert not early.requirements.exists()
    assert late.requirements.filter(pk=asked.entry_id).exists()


def test_in_another_project_it_leaves_the_map(cast, find, wishes):
    wishes[0].move(by=cast.lena, activity=find)
    other = Project.objects.add(by=cast.lena, client=cast.qingchuan, lead=cast.lena, name="小程序")
    wishes[0].amend(by=cast.lena, project=other)
    assert wishes[0].activity is None


def test_activities_come_in_an_order_that_people_choose(cast, site, find, pay):
    tell = Activity.objects.add(by=cast.lena, project=site.project, title="提醒")
    tell.move(by=cast.lena, before=find)
    assert [one.title for one in Activity.objects.in_order()] == ["提醒", "找医生", "付款"]


def test_the_map_says_where_each_can_go(cast, site, find, pay, wishes):
    phase = site.phase("一期")
    wishes[0].move(by=cast.lena, activity=find)
    wishes[1].move(by=cast.lena, activity=find)
    found = story_map_of(site.project)
    assert found.activities == [find, pay, None]
    ways = dict(found.ways(wishes[0]))
    assert ways["right"].activity == pay and "left" not in ways
    assert ways["earlier"].phase == phase and "later" not in ways
    assert ways["down"].before is None and "up" not in ways


@pytest.mark.parametrize("way, column", [("left", "找医生"), ("right", "")])
def test_a_button_moves_it(cast, site, find, pay, wishes, client, way, column):
    wishes[0].move(by=cast.lena, activity=pay)
    client.force_login(cast.lena)
    said = {"to": way, "seen": wishes[0].version}
    client.post(f"/requirements/{wishes[0].reference}/place/", said)
    wishes[0].refresh_from_db()
    assert str(wishes[0].activity or "") == column


def test_what_is_dropped_moves_and_a_stale_drop_is_told(cast, site, find, pay, wishes, client):
    client.force_login(cast.lena)
    address = f"/requirements/{wishes[0].reference}/place/"
    seen = wishes[0].version
    page = client.post(address, {"activity": find.pk, "phase": "", "before": "", "seen": seen}, follow=True)
    assert "找医生" in page.content.decode() and standing(find) == ["愿望0"]
    page = client.post(address, {"activity": pay.pk, "phase": "", "before": "", "seen": seen}, follow=True)
    assert "meanwhile" in page.content.decode() and standing(pay) == []
    page = client.post(address, {"activity": "999999"}, follow=True)
    assert page.status_code == 200 and standing(find) == ["愿望0"]
    page = client.post(address, {"to": "sideways"}, follow=True)
    assert "nothing on that side" in page.content.decode()


def test_an_activity_is_added_and_moved_where_one_reads(cast, site, find, client):
    client.force_login(cast.lena)
    client.post(f"/projects/{site.project.reference}/map/activity/", {"title": "付款"})
    pay = Activity.objects.get(title="付款")
    client.post(f"/activities/{pay.reference}/order/", {"to": "left"})
    assert list(Activity.objects.in_order()) == [pay, find]
    page = client.post(f"/activities/{pay.reference}/order/", {"to": "left"}, follow=True)
    assert "nothing on that side" in page.content.decode()


def test_an_activity_is_dropped_before_another_one(cast, site, find, pay, client):
    client.force_login(cast.lena)
    client.post(f"/activities/{pay.reference}/order/", {"before": find.pk})
    assert list(Activity.objects.in_order()) == [pay, find]
    client.post(f"/activities/{pay.reference}/order/", {"before": ""})
    assert list(Activity.objects.in_order()) == [find, pay]
    client.post(f"/activities/{pay.reference}/order/", {"before": "0"})
    assert list(Activity.objects.in_order()) == [find, pay]


def undone(event, client):
    return client.post("/undo/", {"events": undo_values([event])}, follow=True).content.decode()


def test_a_move_is_undone_to_where_it_stood(cast, site, find, pay, wishes, client):
    client.force_login(cast.lena)
    first, second = wishes[:2]
    for one in (first, second):
        one.move(by=cast.lena, activity=find)
    event = first.move(by=cast.lena, activity=pay)
    assert "1 change undone" in undone(event, client)
    first.refresh_from_db()
    second.refresh_from_db()
    assert first.activity == find and first.place < second.place
    assert "can no longer be undone" in undone(event, client)


def test_what_was_moved_again_since_is_not_undone(cast, site, find, pay, wishes, client):
    client.force_login(cast.lena)
    wanted = wishes[0]
    event = wanted.move(by=cast.lena, activity=find)
    wanted.move(by=cast.omar, activity=pay)
    assert "can no longer be undone" in undone(event, client)
    wanted.refresh_from_db()
    assert wanted.activity == pay


def test_the_order_of_activities_is_undone(cast, site, find, pay, client):
    client.force_login(cast.lena)
    page = client.post(f"/activities/{pay.reference}/order/", {"to": "left"}, follow=True).content.decode()
    assert "before “找医生”" in page and 'name="events"' in page
    assert "1 change undone" in undone(Event.objects.get(kind="activity.moved"), client)
    assert list(Activity.objects.in_order()) == [find, pay]


def test_a_reader_sees_the_map_and_no_way_to_change_it(cast, site, find, wishes, client):
    client.force_login(cast.rita)
    page = client.get(f"/projects/{site.project.reference}/map/").content.decode()
    assert "愿望0" in page and "data-map-grip" not in page
    assert client.post(f"/requirements/{wishes[0].reference}/place/").status_code == 403
    assert client.post(f"/projects/{site.project.reference}/map/activity/").status_code == 403
    assert client.post(f"/activities/{find.reference}/order/").status_code == 403


def test_the_map_asks_the_same_number_of_questions_however_large(cast, site, find, wanting, client):
    client.force_login(cast.lena)

    def questions(more):
        for n in range(more):
            wanting.heard(f"愿望{n}", project=site.project, activity=find)
        with CaptureQueriesContext(connection) as asked:
            client.get(f"/projects/{site.project.reference}/map/")
        return len(asked)

    questions(1)
    assert questions(2) == questions(8)


def test_programs_read_the_map(cast, site, find, wishes, client):
    wishes[0].move(by=cast.lena, activity=find)
    _token, secret = Token.objects.issue(by=cast.lena, name="Map", scopes=["read"])
    told = client.get(
        f"/api/v1/projects/{site.project.reference}/story_map", headers={"Authorization": f"Bearer {secret}"}
    ).json()
    assert told["rows"][-1]["cells"][0]["requirements"][0]["reference"] == wishes[0].reference
