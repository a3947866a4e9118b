"""Where one is signed in: seen with device and address, ended one by one or all others, and only one's own."""

import time

import pytest
from allauth.usersessions.models import UserSession
from django.core.cache import cache
from django.test import Client as Door

from tests.cast import PASSWORD
from zhike.core.access.sessions import EVERY, SEEN
from zhike.core.timeline.models import Event

PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) AppleWebKit/605 Version/18.0 Safari/604.1"
PAGE, END = "/preferences/sign-in/", "/preferences/sign-in/end/"


@pytest.fixture(autouse=True)
def _fresh_limits():
    cache.clear()


def signed_in(person, **more):
    door = Door(**more)
    door.post("/account/login/", {"login": person.email, "password": PASSWORD})
    return door


def test_they_are_seen_with_device_and_address(lena):
    desk = signed_in(lena)
    signed_in(lena, HTTP_USER_AGENT=PHONE, REMOTE_ADDR="203.0.113.9")
    shown = desk.get(PAGE).content.decode()
    assert "Safari, iOS" in shown and "203.0.113.9" in shown and "this device" in shown


def test_one_is_ended_and_the_others_stay(lena):
    desk, phone, pad = signed_in(lena), signed_in(lena), signed_in(lena)
    theirs = UserSession.objects.get(session_key=phone.session.session_key)
    desk.post(END, {"session": theirs.pk})
    assert [door.get("/").status_code for door in (desk, phone, pad)] == [200, 302, 200]


def test_all_others_are_ended_and_that_is_told(lena):
    desk, phone, pad = signed_in(lena), signed_in(lena), signed_in(lena)
    desk.post(END)
    assert [door.get("/").status_code for door in (desk, phone, pad)] == [200, 302, 302]
    assert Event.objects.get(kind="person.sessions_ended").facts["count"] == 2


def test_nobody_ends_those_of_somebody_else(lena, omar):
    hers, his = signed_in(lena), signed_in(omar)
    his.post(END, {"session": UserSession.objects.get(user=lena).pk})
    assert hers.get("/").status_code == 200


def test_the_last_use_is_noted_now_and_then(lena):
    door = signed_in(lena)
    before = UserSession.objects.get(user=lena).last_seen_at
    door.get("/", REMOTE_ADDR="203.0.113.9")
    assert UserSession.objects.get(user=lena).last_seen_at == before
    kept = door.session
    kept[SEEN] = time.time() - EVERY - 1
    kept.save()
    door.get("/", REMOTE_ADDR="203.0.113.9")
    later = UserSession.objects.get(user=lena)
    assert later.last_seen_at > before and later.ip == "203.0.113.9"
