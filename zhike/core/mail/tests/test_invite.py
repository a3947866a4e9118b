"""An invitation: a link that works once, to choose one's own password."""

import re

import pytest
from django.test import Client as Browser

from tests.cast import Cast
from zhike.core.access.models import User
from zhike.core.lifecycle.errors import Forbidden, WrongState
from zhike.core.mail.models import Letter
from zhike.core.timeline.delivery import deliver_all

SAID = {"name": "Noor", "email": "noor@zhike.example", "role": "member", "invite": "on"}
WORD = "a-knot-of-my-own"


def invited(client: Browser, cast: Cast) -> str:
    client.force_login(cast.ada)
    answer = client.post("/people/new/", SAID)
    assert answer.status_code == 302, "no made-up password is shown"
    deliver_all()
    client.logout()
    return path_in(Letter.objects.get())


def path_in(letter: Letter) -> str:
    found = re.search(r"https?://[^/\s]+(/\S+)", letter.text)
    assert found
    return found[1]


def test_who_is_added_chooses_a_password_by_the_link(client: Browser, cast: Cast) -> None:
    path = invited(client, cast)
    letter = Letter.objects.get()
    assert (letter.to, letter.secret) == ("noor@zhike.example", True)
    assert "Ada made a place for you" in letter.text
    assert not User.objects.get(email=SAID["email"]).has_usable_password()
    where = client.get(path, follow=True).redirect_chain[-1][0]
    client.post(where, {"password1": WORD, "password2": WORD})
    assert client.post("/account/login/", {"login": SAID["email"], "password": WORD}).headers["Location"] == "/"


def test_the_link_works_once(client: Browser, cast: Cast) -> None:
    path = invited(client, cast)
    where = client.get(path, follow=True).redirect_chain[-1][0]
    client.post(where, {"password1": WORD, "password2": WORD})
    client.logout()
    assert "password1" not in Browser().get(path, follow=True).text


def test_it_can_be_sent_again_until_they_come(client: Browser, cast: Cast) -> None:
    invited(client, cast)
    person = User.objects.get(email=SAID["email"])
    person.invite(by=cast.ada)
    deliver_all()
    assert Letter.objects.count() == 2
    client.force_login(person)
    with pytest.raises(WrongState):
        person.invite(by=cast.ada)


def test_administrators_alone(cast: Cast) -> None:
    with pytest.raises(Forbidden):
        cast.omar.invite(by=cast.mona)
