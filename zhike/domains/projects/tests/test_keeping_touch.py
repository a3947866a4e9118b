"""How a project is kept in touch about: by conversations about it, until it rests or ends."""

from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone

from zhike.clients.plans.forms import PlanForm
from zhike.clients.plans.models import Plan
from zhike.clients.plans.tests.conftest import again, make
from zhike.core.timeline.delivery import deliver_all
from zhike.domains.conversations.forms import ConversationForm
from zhike.domains.conversations.models import Conversation
from zhike.domains.conversations.workflows import log
from zhike.domains.projects.cloning.making import clone

pytestmark = pytest.mark.django_db
MONDAY = date(2026, 3, 2)


@pytest.fixture
def plan(site, cast):
    site.run()
    return make(cast, project=site.project, about="Weekly word")


def said(cast, day, **more):
    at = timezone.make_aware(datetime(day.year, day.month, day.day, 10))
    values = {"client": cast.qingchuan, "kind": "call", "direction": "out", "text": "…", "happened_at": at}
    return log(by=cast.lena, **values | more)


def test_only_a_conversation_about_the_project_keeps_it(plan, site, cast):
    of_the_client = make(cast)
    said(cast, date(2026, 3, 4))
    assert (again(plan).due_on, again(of_the_client).due_on) == (MONDAY, date(2026, 3, 11))
    said(cast, date(2026, 3, 5), project=site.project)
    assert (again(plan).due_on, again(of_the_client).due_on) == (date(2026, 3, 12), date(2026, 3, 12))


def test_saying_later_what_a_conversation_was_about_keeps_it_too(plan, site, cast):
    one = said(cast, date(2026, 3, 4))
    one.amend(by=cast.lena, project=site.project)
    assert again(plan).due_on == date(2026, 3, 11)


def test_a_new_plan_knows_what_was_said_about_the_project_before(site, cast):
    said(cast, date(2026, 3, 4), project=site.project)
    said(cast, date(2026, 3, 6))
    assert again(make(cast, project=site.project, starts_on=date(2026, 3, 5))).due_on == date(2026, 3, 11)


def test_it_rests_and_ends_with_its_project(plan, site, cast, client):
    site.project.pause(by=cast.lena, reason="预算在等批")
    assert again(plan).due_on is None
    client.force_login(cast.lena)
    assert "Weekly word" not in client.get("/").content.decode()
    site.project.resume(by=cast.lena)
    assert again(plan).due_on == MONDAY
    site.project.finish(by=cast.lena)
    assert again(plan).due_on is None
    assert Plan.objects.running().exists() and not Plan.objects.asking().exists()
    assert "晴川医疗" in client.get("/clients/?plan=no").content.decode()


def test_my_day_and_the_projects_page_say_which_project_it_is_about(plan, site, cast, client):
    client.force_login(cast.lena)
    day = client.get("/").content.decode()
    assert f"{site.project} · Weekly word" in day
    assert f"project={site.project.pk}" in day
    said(cast, date(2026, 3, 4), project=site.project)
    page = client.get(f"/projects/{site.project.reference}/").content.decode()
    assert "Weekly word" in page and "1 conversation so far" in page
    assert f"/plans/new/?client={cast.qingchuan.pk}&amp;project={site.project.pk}" in page
    client.force_login(cast.rita)
    assert "/plans/new/" not in client.get(f"/projects/{site.project.reference}/").content.decode()


def test_what_is_logged_from_there_keeps_it(plan, site, cast, client):
    client.force_login(cast.omar)
    told = {"client": cast.qingchuan.pk, "project": site.project.pk, "kind": "call", "direction": "out", "text": "定了"}
    assert client.post("/conversations/new/", told).status_code == 302
    assert Conversation.objects.get().project == site.project
    deliver_all()
    assert again(plan).last_on == timezone.localdate()
    assert "定了" in client.get(f"/conversations/?project={site.project.reference}").content.decode()


def test_another_clients_project_is_refused(site, cast):
    wrong = {"client": cast.tramlight.pk, "project": site.project.pk, "kind": "call", "text": "x", "every": 5}
    for form in (PlanForm(wrong, by=cast.ada), ConversationForm(wrong, by=cast.ada)):
        assert list(form.errors) == ["project"]


def test_a_project_that_one_does_not_see_is_not_known(site, cast):
    form = PlanForm({"client": cast.tramlight.pk, "project": site.project.pk, "every": 5}, by=cast.ida)
    assert "Nothing is known" in str(form.errors["project"])


def test_a_clone_takes_it_along(plan, site, cast):
    plan.amend(by=cast.lena, contact=cast.clara, channel="video")
    same = clone(site.project, by=cast.omar, name="二期", client=cast.qingchuan, starts_on=MONDAY + timedelta(days=28))
    made = same.plans.get()
    assert (made.owner, made.every, made.contact, made.channel) == (cast.lena, 5, cast.clara, "video")
    assert made.last_on is None
    other = clone(site.project, by=cast.ada, name="别家", client=cast.tramlight, starts_on=MONDAY)
    assert (other.plans.get().client, other.plans.get().contact) == (cast.tramlight, None)
    assert other.plans.get().owner == cast.ada
