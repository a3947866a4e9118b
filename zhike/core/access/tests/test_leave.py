"""Someone stops working here."""

import pytest
from django.test import Client as Browser

from tests.cast import PASSWORD, Cast
from zhike.core.access.errors import LastAdministrator
from zhike.core.access.models import User
from zhike.core.lifecycle.errors import Forbidden, WrongState


def test_they_can_no_longer_sign_in(cast: Cast, client: Browser) -> None:
    told = cast.omar.archive(by=cast.ada)
    client.post("/account/login/", {"login": cast.omar.email, "password": PASSWORD})
    assert client.get("/").status_code == 302
    assert (told.kind, told.facts["name"]) == ("person.left", "Omar")


def test_their_sessions_end_and_do_not_come_back(cast: Cast, client: Browser) -> None:
    client.force_login(cast.omar)
    assert client.get("/preferences/").status_code == 200
    cast.omar.archive(by=cast.ada)
    assert client.get("/preferences/").status_code == 302
    cast.omar.restore(by=cast.ada)
    assert client.get("/preferences/").status_code == 302


def test_others_stay_signed_in(cast: Cast, client: Browser) -> None:
    client.force_login(cast.lena)
    cast.omar.archive(by=cast.ada)
    assert client.get("/preferences/").status_code == 200


def test_they_are_at_work_no_more_and_again_after_coming_back(cast: Cast) -> None:
    cast.omar.archive(by=cast.ada)
    assert cast.omar not in User.objects.at_work()
    cast.omar.restore(by=cast.ada)
    assert cast.omar in User.objects.at_work()


def test_it_refuses_everyone_but_administrators(cast: Cast) -> None:
    for person in (cast.mona, cast.lena, cast.rita):
        with pytest.raises(Forbidden):
            cast.omar.archive(by=person)


def test_nobody_locks_themselves_out(cast: Cast) -> None:
    with pytest.raises(Forbidden):
        cast.ada.archive(by=cast.ada)


def test_the_last_administrator_stays(cast: Cast) -> None:
    with pytest.raises(LastAdministrator, match="Nobody else is an administrator"):
        cast.ada.archive(by=User.objects.system())
    cast.ada.refresh_from_db()
    assert cast.ada.is_active


def test_it_refuses_who_left_already(cast: Cast) -> None:
    cast.omar.archive(by=cast.ada)
    with pytest.raises(WrongState):
        cast.omar.archive(by=cast.ada)


def test_the_last_administrator_cannot_become_something_else(cast: Cast) -> None:
    with pytest.raises(LastAdministrator):
        cast.ada.amend(by=cast.ada, role="member")
    cast.mona.amend(by=cast.ada, role="admin")
    cast.ada.amend(by=cast.ada, role="member")
    assert User.objects.get(pk=cast.ada.pk).role == "member"
