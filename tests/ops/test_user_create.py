"""zhike user create."""

import io
from argparse import Namespace

import pytest

from zhike.core.access.models import User
from zhike.surfaces.shell import _people, user
from zhike.surfaces.shell._front import Refused

pytestmark = pytest.mark.django_db


def _create(monkeypatch: pytest.MonkeyPatch, password: str, email: str = "Nora@example.com") -> int:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{password}\n"))
    return user.run(Namespace(email=email, name="Nora", role="manager", password_stdin=True))


def test_it_adds_a_person_who_can_sign_in(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _create(monkeypatch, "a knotted cord") == 0
    nora = User.objects.get(email="nora@example.com")
    assert nora.role == "manager"
    assert nora.check_password("a knotted cord")


def test_it_refuses_an_email_that_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    _create(monkeypatch, "a knotted cord")
    with pytest.raises(Refused, match=r"(?i)already"):
        _create(monkeypatch, "a knotted cord", email="NORA@example.com")


def test_it_refuses_a_weak_password(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(Refused, match="too short"):
        _create(monkeypatch, "short")


def test_it_refuses_to_ask_where_no_terminal_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ZHIKE_PASSWORD", raising=False)
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    with pytest.raises(Refused, match="ZHIKE_PASSWORD"):
        _people.password(from_input=False)
