"""Coming in: by e-mail and password, not too often, and never as the program itself."""

import re

import pytest
from django.core.cache import cache

from tests.cast import PASSWORD
from zhike.core.access.models import User
from zhike.core.mail.models import Letter
from zhike.core.timeline.models import Event

WHERE = "/account/login/"


@pytest.fixture(autouse=True)
def _fresh_limits():
    cache.clear()


def sign_in(client, email, password=PASSWORD):
    return client.post(WHERE, {"login": email, "password": password})


@pytest.mark.parametrize("email", ["lena@zhike.example", "LENA@Zhike.Example"])
def test_the_right_password_opens(client, lena, email):
    assert sign_in(client, email).headers["Location"] == "/"
    assert client.get("/").status_code == 200


def test_a_wrong_one_does_not_and_says_so(client, lena):
    answer = sign_in(client, "lena@zhike.example", "wrong")
    assert answer.status_code == 200
    assert "error" in answer.content.decode()
    assert client.get("/").status_code == 302


def test_an_unknown_person_hears_the_same(client, lena):
    wrong = sign_in(client, "lena@zhike.example", "wrong").context["form"].errors
    unknown = sign_in(client, "nobody@zhike.example", "wrong").context["form"].errors
    assert wrong == unknown


def test_the_sixth_try_is_refused_even_with_the_right_password(client, lena):
    for _ in range(5):
        sign_in(client, "lena@zhike.example", "wrong")
    sign_in(client, "lena@zhike.example")
    assert client.get("/").status_code == 302


def test_who_has_left_does_not_come_in(client, lena):
    User.objects.filter(pk=lena.pk).update(is_active=False)
    sign_in(client, "lena@zhike.example")
    assert client.get("/").status_code == 302


def test_the_program_itself_never_signs_in(client, db):
    for password in ("!", "", "system"):
        sign_in(client, "system@zhike.invalid", password)
        assert client.get("/").status_code == 302


def test_nobody_signs_up_by_themselves(client, db):
    client.post("/account/signup/", {"email": "new@zhike.example", "password1": PASSWORD, "password2": PASSWORD})
    assert not User.objects.filter(email="new@zhike.example").exists()


def test_a_forgotten_password_is_reset_by_a_mail(client, lena):
    client.post("/account/password/reset/", {"email": "lena@zhike.example"})
    (sent,) = Letter.objects.all()
    assert (sent.to, sent.secret) == ("lena@zhike.example", True)
    link = re.search(r"https?://[^/]+(/\S+)", sent.text)[1]
    form = client.get(link, follow=True)
    where = form.redirect_chain[-1][0] if form.redirect_chain else link
    client.post(where, {"password1": "a-new-knot-each-day", "password2": "a-new-knot-each-day"})
    assert sign_in(client, "lena@zhike.example", "a-new-knot-each-day").headers["Location"] == "/"


def test_a_reset_for_nobody_looks_the_same_and_harms_nobody(client, lena):
    known = client.post("/account/password/reset/", {"email": "lena@zhike.example"})
    unknown = client.post("/account/password/reset/", {"email": "nobody@zhike.example"})
    assert (known.status_code, known.headers["Location"]) == (unknown.status_code, unknown.headers["Location"])


def test_a_used_link_is_dead(client, lena):
    test_a_forgotten_password_is_reset_by_a_mail(client, lena)
    link = re.search(r"https?://[^/]+(/\S+)", Letter.objects.get().text)[1]
    client.logout()
    assert "password1" not in client.get(link, follow=True).content.decode()


def test_failures_are_told_with_the_address_and_never_the_password(client, lena):
    sign_in(client, "lena@zhike.example", "not-my-secret")
    sign_in(client, "nobody@zhike.example", "not-my-secret")
    known, unknown = Event.objects.filter(kind="person.sign_in_failed").order_by("pk")
    assert (known.record_id, known.origin, known.facts["email"]) == (lena.pk, "127.0.0.1", "lena@zhike.example")
    assert unknown.record_id == User.objects.system().pk
    assert "not-my-secret" not in str([known.facts, unknown.facts])


def test_a_storm_of_failures_does_not_flood_the_stream(client, lena, settings):
    settings.ACCOUNT_RATE_LIMITS = {"login": None, "login_failed": None, "told": "3/m/ip"}
    for n in range(6):
        sign_in(client, f"nobody{n}@zhike.example", "wrong")
    assert Event.objects.filter(kind="person.sign_in_failed").count() == 3


def test_resets_by_mail_are_limited(client, lena):
    for _ in range(6):
        answer = client.post("/account/password/reset/", {"email": "lena@zhike.example"})
    assert answer.status_code == 429
    assert Letter.objects.count() == 5


def test_nobody_reads_about_sign_ins_on_a_person_s_page(client, lena, omar):
    sign_in(client, "lena@zhike.example")
    client.force_login(omar)
    assert "signed in:" not in client.get(f"/people/{lena.reference}/").content.decode()
