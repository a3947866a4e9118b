"""The company's sign-on against a real provider: only verified, only those let in, never into an account unproved."""

from urllib.parse import urlsplit

import pytest
import requests
from allauth.socialaccount.models import SocialAccount
from django.core.cache import cache

from tests.cast import PASSWORD
from tests.provider import CLIENT, SECRET, providing
from zhike.core.access.models import SignOn, User
from zhike.core.access.sign_on import change_sign_on
from zhike.core.base.sealing import opened
from zhike.core.lifecycle.errors import Forbidden
from zhike.core.timeline.models import Event

LOGIN, MINE = "/account/oidc/company/login/", "/preferences/sign-in/"
LENA = {"sub": "77", "email": "lena@zhike.example", "email_verified": True, "name": "Lena"}
NEW = {"sub": "78", "email": "Nora@zhike.example", "email_verified": True, "name": "Nora Lind"}


@pytest.fixture(scope="module")
def provider():
    with providing() as one:
        yield one


@pytest.fixture(autouse=True)
def _fresh_limits():
    cache.clear()


@pytest.fixture
def house(provider, ada):
    """The provider, set up as the company's; `makes_people` and so on are changed with `change_sign_on`."""
    told = {"name": "Sign in with Example", "issuer": provider.issuer, "client_id": CLIENT}
    change_sign_on(by=ada, secret=SECRET, **told)
    return provider


def pass_through(client, house, person, query=""):
    """There and back, as a browser would; the page on which it ends."""
    house.signed_in = person
    there = client.get(f"{LOGIN}{query}")
    back = requests.get(there.headers["Location"], allow_redirects=False, timeout=5).headers["Location"]
    parts = urlsplit(back)
    return client.get(f"{parts.path}?{parts.query}", follow=True)


def is_in(client):
    return client.get("/").status_code == 200


def test_it_stands_on_the_sign_in_page_once_it_is_set_up(client, house):
    assert "Sign in with Example" in client.get("/account/login/").content.decode()


def test_who_is_new_is_added_in_the_chosen_role(client, house, ada):
    change_sign_on(by=ada, makes_people=True, role="readonly", domains=["zhike.example"])
    pass_through(client, house, NEW)
    made = User.objects.get(email="nora@zhike.example")
    assert (made.name, made.role, made.has_usable_password()) == ("Nora Lind", "readonly", False)
    assert is_in(client)
    client.logout()
    pass_through(client, house, NEW)
    assert is_in(client) and User.objects.filter(email="nora@zhike.example").count() == 1


@pytest.mark.parametrize(
    ("told", "person", "why"),
    [
        ({"makes_people": True}, NEW | {"email_verified": False}, "unverified"),
        ({"makes_people": True}, {"sub": "79", "name": "Nobody"}, "unverified"),
        ({"makes_people": True, "domains": ["other.example"]}, NEW, "domain"),
        ({"makes_people": False}, NEW, "unknown"),
        ({"makes_people": True}, LENA, "proof"),
    ],
)
def test_others_are_refused_with_the_reason(client, house, ada, told, person, why):
    change_sign_on(by=ada, **told)
    people = User.objects.count()
    answer = pass_through(client, house, person)
    assert answer.redirect_chain[-1][0].startswith("/account/login/")
    assert 'class="error"' in answer.content.decode()
    assert not is_in(client)
    assert (User.objects.count(), SocialAccount.objects.count()) == (people, 0)
    if "email" in person:
        assert Event.objects.get(kind="person.sign_in_failed").facts["why"] == why


def test_lena_connects_it_after_showing_her_password_and_then_it_opens(client, house, lena):
    client.post("/account/login/", {"login": lena.email, "password": PASSWORD})
    answer = pass_through(client, house, LENA, "?process=connect")
    assert answer.redirect_chain[-1][0] == MINE
    client.logout()
    pass_through(client, house, LENA)
    assert is_in(client)
    assert Event.objects.filter(kind="person.signed_in").latest("pk").facts["how"] == ["socialaccount"]


def test_nobody_connects_the_sign_on_of_somebody_else(client, house, omar):
    client.force_login(omar)
    pass_through(client, house, LENA, "?process=connect")
    assert not SocialAccount.objects.exists()


def test_an_answer_that_nobody_asked_for_opens_nothing(client, house, lena):
    SocialAccount.objects.create(user=lena, provider="company", uid="77")
    answer = client.get("/account/oidc/company/login/callback/?code=guessed&state=guessed", follow=True)
    assert answer.status_code == 200 and not is_in(client)


def test_who_has_left_does_not_come_in_through_it_either(client, house, lena):
    SocialAccount.objects.create(user=lena, provider="company", uid="77")
    User.objects.filter(pk=lena.pk).update(is_active=False)
    pass_through(client, house, LENA)
    assert not is_in(client)


def test_a_provider_that_is_away_is_no_error_of_ours(client, ada):
    change_sign_on(by=ada, name="Away", issuer="http://127.0.0.1:9", client_id=CLIENT)
    answer = client.get(LOGIN, follow=True)
    assert "could not be reached" in answer.content.decode()


def test_the_secret_lies_sealed_and_another_issuer_cuts_what_was_connected(house, ada, lena):
    kept = SignOn.objects.get()
    assert SECRET not in kept.secret_sealed and opened(kept.secret_sealed) == SECRET
    SocialAccount.objects.create(user=lena, provider="company", uid="77")
    change_sign_on(by=ada, issuer="https://other.example")
    assert not SocialAccount.objects.exists()
    assert SECRET not in str(Event.objects.filter(kind="sign_on.changed").values_list("facts"))


def test_ada_sets_it_up_on_its_page_and_is_told_of_a_wrong_address(client, provider, ada):
    client.force_login(ada)
    said = {
        "name": "Example",
        "client_id": CLIENT,
        "secret": SECRET,
        "role": "member",
        "domains": "@a.example，b.example",
    }
    assert client.post("/settings/sign-on/", said | {"issuer": f"{provider.issuer}/x"}).status_code == 422
    assert client.post("/settings/sign-on/", said | {"issuer": provider.issuer}).status_code == 302
    assert SignOn.objects.get().domains == ["a.example", "b.example"]


@pytest.mark.parametrize("who", ["lena", "mona", "rita"])
def test_nobody_else_sets_it_up(client, cast, who):
    person = getattr(cast, who)
    client.force_login(person)
    assert client.get("/settings/sign-on/").status_code == 403
    with pytest.raises(Forbidden):
        change_sign_on(by=person, issuer="https://mine.example")
