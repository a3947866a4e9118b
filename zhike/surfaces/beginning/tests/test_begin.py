"""An empty installation: who has the code from the log makes the first administrator, and is led through the rest."""

import pytest

from zhike.core.access.models import Company, User
from zhike.core.access.preferences import company
from zhike.core.clock.models import Calendar
from zhike.core.jobs.models import Job
from zhike.core.lifecycle.errors import Forbidden
from zhike.core.timeline.models import Event
from zhike.surfaces.beginning.code import fits, nobody_yet, offered
from zhike.surfaces.beginning.workflows import make_first_administrator, pass_step

SAID = {"company": "晴川", "name": "Nora", "email": "nora@zhike.example", "password": "a-rope-with-many-knots"}


@pytest.fixture
def code(db):
    return offered()


def test_the_code_makes_the_first_administrator_and_signs_them_in(client, code):
    assert "Welcome" in client.get("/account/login/", follow=True).content.decode()
    answer = client.post("/welcome/", SAID | {"code": code.upper()})
    assert answer.headers["Location"] == "/welcome/company/"
    made = User.objects.get(email="nora@zhike.example")
    assert (made.role, company().name) == ("admin", "晴川")
    assert client.get("/").status_code == 200
    assert Event.objects.filter(kind="person.signed_in", actor=made).exists()


@pytest.mark.parametrize("wrong", [{"code": "guessed"}, {"code": ""}, {"password": "short"}, {"email": "none"}])
def test_anything_wrong_makes_nobody(client, code, wrong):
    assert client.post("/welcome/", SAID | {"code": code} | wrong).status_code == 422
    assert nobody_yet()


def test_guessing_is_limited(client, code):
    for _ in range(10):
        client.post("/welcome/", SAID | {"code": "guessed"})
    assert client.post("/welcome/", SAID | {"code": code}).status_code == 429
    assert nobody_yet()


def test_only_the_newest_code_counts_and_none_once_somebody_is_there(client, code):
    newer = offered()
    assert not fits(code) and fits(newer)
    client.post("/welcome/", SAID | {"code": newer})
    client.logout()
    assert offered() == "" and not fits(newer)
    assert client.get("/welcome/").status_code == 404
    with pytest.raises(Forbidden):
        make_first_administrator(**SAID | {"email": "second@zhike.example"})


def test_each_step_is_done_skipped_and_taken_up_again(client, code):
    client.post("/welcome/", SAID | {"code": code})
    went = client.post("/welcome/company/", {"name": "晴川医疗", "region": "DE", "currency": "EUR"})
    assert went.headers["Location"] == "/welcome/language/"
    assert Company.objects.get().region == "DE"
    assert client.post("/welcome/language/", {"skip": "yes"}).headers["Location"] == "/welcome/calendar/"
    assert "2 of 5 steps" in client.get("/").content.decode()
    client.post("/welcome/calendar/", {"region": "DE", "zone": "Europe/Berlin"})
    assert Calendar.objects.default().zone == "Europe/Berlin"
    lines = "Omar, omar@zhike.example\n王欧，ou@zhike.example"
    client.post("/welcome/people/", {"people": lines, "role": "member"})
    assert Event.objects.filter(kind="person.invited").count() == 2
    assert client.post("/welcome/clients/").headers["Location"] == "/welcome/done/"
    assert "steps are behind" not in client.get("/").content.decode()


def test_a_wrong_line_adds_nobody_and_is_named(client, code):
    client.post("/welcome/", SAID | {"code": code})
    answer = client.post("/welcome/people/", {"people": "Omar, omar@zhike.example\nnonsense", "role": "member"})
    assert answer.status_code == 422 and "nonsense:" in answer.content.decode()
    assert User.objects.filter(is_system=False).count() == 1


def test_the_demo_is_built_by_a_job(client, code):
    client.post("/welcome/", SAID | {"code": code})
    client.post("/welcome/demo/")
    assert Job.objects.get().kind == "demo.build"


@pytest.mark.parametrize("who", ["lena", "mona", "rita"])
def test_the_steps_are_for_administrators_alone(client, cast, who):
    person = getattr(cast, who)
    client.force_login(person)
    assert client.get("/welcome/company/").status_code == 403
    assert client.post("/welcome/demo/").status_code == 403
    with pytest.raises(Forbidden):
        pass_step("company", by=person)
