"""A second step at sign-in: set up by oneself, asked for at the gate, used once, limited, and reset by Ada."""

import re
import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.core.cache import cache

from tests.cast import PASSWORD
from zhike.core.access.preferences import change_company
from zhike.core.access.protected import protected
from zhike.core.base.sealing import opened
from zhike.core.lifecycle.errors import Forbidden
from zhike.core.mail.models import Letter
from zhike.core.timeline.delivery import deliver_all
from zhike.core.timeline.models import Event

LOGIN, STEP = "/account/login/", "/account/2fa/authenticate/"


@pytest.fixture(autouse=True)
def _fresh_limits():
    cache.clear()


def code_of(secret, ahead=0):
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + ahead))


@pytest.fixture
def secret(lena):
    """Lena's app with codes, set up."""
    made = generate_totp_secret()
    TOTP.activate(lena, made)
    protected.forget()
    return made


def sign_in(client, email="lena@zhike.example"):
    return client.post(LOGIN, {"login": email, "password": PASSWORD})


def is_in(client):
    return client.get("/").status_code == 200


def test_it_is_set_up_with_the_first_code_and_gives_recovery_codes(client, lena, django_capture_on_commit_callbacks):
    sign_in(client)
    assert client.get("/account/2fa/totp/activate/").status_code == 302  # asks for the password again
    client.post("/account/reauthenticate/", {"password": PASSWORD})
    form = client.get("/account/2fa/totp/activate/").context["form"]
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post("/account/2fa/totp/activate/", {"code": code_of(form.secret)}, follow=True)
    shown = answer.content.decode()
    assert len(re.findall(r"<code>\d{8}</code>", shown)) == 10
    kept = Authenticator.objects.get(user=lena, type="totp").data["secret"]
    assert kept != form.secret and opened(kept) == form.secret
    assert Event.objects.get(kind="person.factor_added").facts["factor"] == "totp"


def test_the_password_alone_opens_no_longer(client, secret):
    assert sign_in(client).headers["Location"] == STEP
    assert not is_in(client)
    client.post(STEP, {"code": code_of(secret)})
    assert is_in(client)
    told = Event.objects.get(kind="person.signed_in")
    assert told.facts["how"] == ["password", "totp"] and told.origin == "127.0.0.1"


def test_a_code_opens_once(client, secret):
    code = code_of(secret, 1)  # the next one is taken too, since clocks differ
    for opens in (True, False):
        sign_in(client)
        client.post(STEP, {"code": code})
        assert is_in(client) is opens
        client.logout()


def test_a_recovery_code_opens_once(client, lena, secret):
    from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes

    code = RecoveryCodes.activate(lena).generate_codes()[0]
    for opens in (True, False):
        cache.clear()
        sign_in(client)
        client.post(STEP, {"code": code})
        assert is_in(client) is opens
        client.logout()


def test_the_sixth_wrong_code_closes_the_gate_even_for_the_right_one(client, secret):
    sign_in(client)
    for _ in range(5):
        client.post(STEP, {"code": "000000"})
    answer = client.post(STEP, {"code": code_of(secret)})
    assert "rests for a while" in answer.content.decode()
    assert not is_in(client)
    assert Event.objects.filter(kind="person.sign_in_failed", facts__why="code").count() == 5


def test_whoever_must_have_one_gets_nowhere_without(client, lena, ada):
    change_company(by=ada, two_factor_roles=["member"])
    sign_in(client)
    assert client.get("/clients/").headers["Location"] == "/preferences/sign-in/"
    assert "Your company asks" in client.get("/preferences/sign-in/").content.decode()
    TOTP.activate(lena, generate_totp_secret())
    protected.forget()
    assert client.get("/clients/").status_code == 200


def test_other_roles_are_left_in_peace(client, lena, ada):
    change_company(by=ada, two_factor_roles=["admin"])
    sign_in(client)
    assert is_in(client)


def test_ada_resets_what_lena_lost_and_lena_hears_of_it(client, lena, ada, secret):
    sign_in(client)
    client.post(STEP, {"code": code_of(secret)})
    lena.reset_second_factors(by=ada)
    assert not is_in(client)  # sessions end
    sign_in(client)
    assert is_in(client)
    deliver_all()
    assert Letter.objects.get(to=lena.email).subject == "How you sign in to Zhike has changed"
    assert Event.objects.get(kind="person.factors_reset").facts["factors"] == ["totp"]


@pytest.mark.parametrize("who", ["omar", "mona", "lena"])
def test_nobody_else_resets_it(cast, secret, who):
    with pytest.raises(Forbidden):
        cast.lena.reset_second_factors(by=getattr(cast, who))
    assert Authenticator.objects.filter(user=cast.lena).exists()
