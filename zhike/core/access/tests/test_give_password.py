"""An administrator gives someone a new password."""

import json

import pytest
from django.test import Client as Browser

from tests.cast import Cast
from zhike.core.access.forms import PasswordStep
from zhike.core.lifecycle.errors import Forbidden, WrongState
from zhike.core.timeline.models import Event


def test_the_person_signs_in_with_it(cast: Cast, client: Browser) -> None:
    cast.omar.give_password(by=cast.ada, password="a-new-knot-each-day")
    client.post("/account/login/", {"login": cast.omar.email, "password": "a-new-knot-each-day"})
    assert client.get("/preferences/").status_code == 200


def test_what_they_were_signed_in_to_ends(cast: Cast, client: Browser) -> None:
    client.force_login(cast.omar)
    cast.omar.give_password(by=cast.ada, password="a-new-knot-each-day")
    assert client.get("/preferences/").status_code == 302


def test_neither_password_nor_hash_is_told(cast: Cast) -> None:
    cast.omar.give_password(by=cast.ada, password="a-new-knot-each-day")
    told = json.dumps(list(Event.objects.filter(record_type="access.user").values_list("facts", flat=True)))
    assert "knot" not in told
    assert "md5$" not in told
    with pytest.raises(TypeError):
        cast.omar.amend(by=cast.ada, password="md5$x")


def test_it_refuses_everyone_but_administrators(cast: Cast) -> None:
    with pytest.raises(Forbidden):
        cast.omar.give_password(by=cast.mona, password="a-new-knot-each-day")


def test_it_refuses_oneself_who_knows_the_old_one(cast: Cast) -> None:
    with pytest.raises(Forbidden):
        cast.ada.give_password(by=cast.ada, password="a-new-knot-each-day")


def test_it_refuses_who_left(cast: Cast) -> None:
    cast.omar.archive(by=cast.ada)
    with pytest.raises(WrongState):
        cast.omar.give_password(by=cast.ada, password="a-new-knot-each-day")


def test_a_weak_one_is_refused_and_an_empty_one_made_up(cast: Cast) -> None:
    weak = PasswordStep({"password": "password"}, record=cast.omar, by=cast.ada)
    assert "password" in weak.errors
    empty = PasswordStep({"password": ""}, record=cast.omar, by=cast.ada)
    assert empty.is_valid()
    assert empty.made_up
    assert len(empty.cleaned_data["password"]) == 19
