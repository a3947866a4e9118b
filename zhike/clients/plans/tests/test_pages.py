"""Plans on pages: their form, the client page, My day, the list of clients without any."""

import re
from datetime import timedelta

from django.test import Client as Browser
from django.utils import timezone

from tests.cast import Cast
from zhike.clients.calling import log_address
from zhike.clients.plans.forms import PlanForm
from zhike.clients.plans.models import Plan
from zhike.clients.plans.tests.conftest import make


def sign_in(person: object) -> Browser:
    browser = Browser()
    browser.force_login(person)
    return browser


def test_a_plan_begins_with_the_clients_owner_and_a_usual_rhythm(cast: Cast) -> None:
    form = PlanForm(by=cast.omar, initial={"client": str(cast.qingchuan.pk)})
    assert (form.initial["owner"], form.initial["every"]) == (cast.lena.pk, 10)


def test_it_is_added_from_the_client_page(cast: Cast) -> None:
    said = {
        "client": cast.qingchuan.pk,
        "contact": cast.clara.pk,
        "every": 5,
        "channel": "phone",
        "about": "Weekly word",
    }
    assert sign_in(cast.omar).post("/plans/new/", said | {"about": "Weekly word"}).status_code == 302
    plan = Plan.objects.get()
    assert (plan.owner, plan.about, plan.due_on is not None) == (cast.lena, "Weekly word", True)
    assert "Weekly word" in sign_in(cast.lena).get("/clients/" + cast.qingchuan.reference + "/").content.decode()


def test_it_refuses_somebody_elses_contact_and_an_end_before_the_start(cast: Cast) -> None:
    said = {"client": cast.qingchuan.pk, "contact": cast.emil.pk, "starts_on": "2026-03-02", "ends_on": "2026-03-01"}
    form = PlanForm(said, by=cast.ada)
    assert not form.is_valid()
    assert set(form.errors) == {"contact", "ends_on"}


def test_it_refuses_someone_who_does_not_see_the_client(cast: Cast) -> None:
    form = PlanForm({"client": cast.qingchuan.pk, "owner": cast.ida.pk, "every": 5}, by=cast.lena)
    assert not form.is_valid()
    assert "owner" in form.errors


def test_my_day_says_with_whom_to_speak_and_how_to_reach_them(cast: Cast) -> None:
    cast.clara.amend(by=cast.lena, phones=["+8613800138000"])
    make(cast, contact=cast.clara, about="How the pilot goes", channel="phone")
    page = sign_in(cast.lena).get("/").content.decode()
    assert "How the pilot goes" in page
    assert 'href="tel:+8613800138000"' in page
    assert f"contacts={cast.clara.pk}" in page
    assert "How the pilot goes" not in sign_in(cast.omar).get("/").content.decode()


def test_my_day_is_quiet_about_what_is_not_due(cast: Cast) -> None:
    make(cast, about="Later", starts_on=timezone.localdate() + timedelta(days=20))
    assert "Later" not in sign_in(cast.lena).get("/").content.decode()


def test_clients_without_a_plan_are_visible(cast: Cast) -> None:
    lena = sign_in(cast.lena)
    assert "no contact plan" in lena.get("/").content.decode()
    assert "No contact plan." in lena.get(f"/clients/{cast.qingchuan.reference}/").content.decode()
    assert "晴川医疗" in lena.get("/clients/?plan=no").content.decode()
    plan = make(cast)
    assert "no contact plan" not in lena.get("/").content.decode()
    assert "晴川医疗" not in lena.get("/clients/?plan=no").content.decode()
    assert "晴川医疗" in lena.get("/clients/?plan=yes").content.decode()
    plan.pause(by=cast.lena)
    assert "晴川医疗" in lena.get("/clients/?plan=no").content.decode()


def test_a_tapped_number_leads_to_the_form_filled_in(cast: Cast) -> None:
    address = log_address(cast.qingchuan, cast.clara) + "&minutes=7&called=1772416800"
    page = sign_in(cast.lena).get(address).content.decode()
    assert 'value="2026-03-02T10:00"' in page
    assert 'value="7"' in page
    assert re.search(rf'name="contacts" value="{cast.clara.pk}"[^>]* checked', page)
