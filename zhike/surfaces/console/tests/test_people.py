"""Administrators look after people."""

import re
from typing import Any

import pytest
from django.test import Client as Browser

from tests.cast import Cast
from zhike.core.access.models import Team, User
from zhike.surfaces.console.settings.people import PersonForm, TeamForm


@pytest.fixture
def ada_browses(cast: Cast, client: Browser) -> Browser:
    client.force_login(cast.ada)
    return client


def person(**more: Any) -> dict[str, Any]:
    return {"name": "Nina", "email": "nina@zhike.example", "role": "member", "team": "", "manager": ""} | more


def test_a_first_password_is_made_up_and_shown_once(ada_browses: Browser) -> None:
    answer = ada_browses.post("/people/new/", person())
    password = re.search(r"<code>([a-z2-9-]{19})</code>", answer.content.decode())
    nina = User.objects.get(email="nina@zhike.example")
    assert password is not None
    assert nina.check_password(password[1])
    assert answer.headers["Cache-Control"] == "no-store"
    assert password[1] not in ada_browses.get(f"/people/{nina.reference}/").content.decode()


def test_a_first_password_may_be_typed(ada_browses: Browser) -> None:
    answer = ada_browses.post("/people/new/", person(password="seven-good-knots"))
    assert answer.status_code == 302
    assert User.objects.get(email="nina@zhike.example").check_password("seven-good-knots")


def test_a_weak_first_password_is_refused(ada_browses: Browser) -> None:
    answer = ada_browses.post("/people/new/", person(password="nina"))
    assert answer.status_code == 422
    assert not User.objects.filter(email="nina@zhike.example").exists()


def test_a_new_password_is_shown_once(ada_browses: Browser, cast: Cast) -> None:
    answer = ada_browses.post(f"/people/{cast.omar.reference}/step/give_password/", {"password": ""})
    password = re.search(r"<code>([a-z2-9-]{19})</code>", answer.content.decode())
    cast.omar.refresh_from_db()
    assert password is not None
    assert cast.omar.check_password(password[1])


def test_an_email_is_one_persons_whatever_its_case(cast: Cast) -> None:
    form = PersonForm(person(email="OMAR@zhike.example"), by=cast.ada)
    assert form.errors["email"] == ["Omar has this e-mail already. Everyone needs their own."]


def test_the_email_of_someone_who_left_leads_back_to_them(cast: Cast) -> None:
    cast.omar.archive(by=cast.ada)
    form = PersonForm(person(email="omar@zhike.example"), by=cast.ada)
    assert form.errors["email"] == ["This is the e-mail of Omar, who left. Activate Omar again instead."]


def test_nobody_manages_themselves(cast: Cast) -> None:
    form = PersonForm(person(email=cast.lena.email, manager=cast.lena.pk), instance=cast.lena, by=cast.ada)
    assert "own manager" in form.errors["manager"][0]


def test_managers_form_no_ring(cast: Cast) -> None:
    form = PersonForm(person(name="Mona", email=cast.mona.email, manager=cast.lena.pk), instance=cast.mona, by=cast.ada)
    assert form.errors["manager"] == ["Lena 林娜 works under Mona, so it cannot be the other way round too."]


def test_the_last_administrator_keeps_the_role(cast: Cast) -> None:
    form = PersonForm(person(name="Ada", email=cast.ada.email), instance=cast.ada, by=cast.ada)
    assert form.errors["role"] == ["Nobody else is an administrator. Make someone else one first."]


def test_a_manager_who_left_stays_until_someone_chooses_another(cast: Cast) -> None:
    cast.mona.archive(by=cast.ada)
    form = PersonForm(person(email=cast.lena.email, manager=cast.mona.pk), instance=cast.lena, by=cast.ada)
    assert form.is_valid(), form.errors


def test_everyone_sees_who_works_here_and_only_administrators_change_it(cast: Cast, client: Browser) -> None:
    for who in (cast.lena, cast.rita, cast.mona):
        client.force_login(who)
        assert "omar@zhike.example" in client.get("/people/").content.decode()
        assert client.get(f"/people/{cast.omar.reference}/").status_code == 200
        assert client.get("/teams/").status_code == 200
        assert client.get("/people/new/").status_code == 403
        assert client.post(f"/people/{cast.omar.reference}/edit/", person()).status_code == 403
        assert client.post(f"/people/{cast.omar.reference}/step/archive/").status_code == 403
        assert client.post(f"/people/{cast.omar.reference}/step/give_password/", {"password": ""}).status_code == 403


def test_deactivating_from_the_page_takes_them_off_the_list(ada_browses: Browser, cast: Cast) -> None:
    ada_browses.post(f"/people/{cast.omar.reference}/step/archive/")
    assert "omar@zhike.example" not in ada_browses.get("/people/").content.decode()
    assert "omar@zhike.example" in ada_browses.get("/people/?archived=yes").content.decode()


def test_one_is_not_offered_to_deactivate_oneself(ada_browses: Browser, cast: Cast) -> None:
    own = ada_browses.get(f"/people/{cast.ada.reference}/").content.decode()
    others = ada_browses.get(f"/people/{cast.omar.reference}/").content.decode()
    assert "step/archive" not in own
    assert "step/archive" in others


def test_a_team_shows_its_members(ada_browses: Browser, cast: Cast) -> None:
    page = ada_browses.get(f"/teams/{Team.objects.get(name='Care').reference}/").content.decode()
    assert "Omar" in page
    assert "Mona" not in page


def test_a_team_has_a_name_of_its_own(cast: Cast) -> None:
    form = TeamForm({"name": "Care"}, by=cast.ada)
    assert form.errors["name"] == ["There is a team of this name already. Choose another name."]
