"""zhike token create."""

from argparse import Namespace

import pytest

from zhike.core.access.models import Token
from zhike.surfaces.shell import token
from zhike.surfaces.shell._front import Refused


def _create(email: str, scope: list[str] | None = None, days: int = 0) -> int:
    return token.run(Namespace(user=email, name="Reports", scope=scope, days=days))


def test_it_prints_a_token_that_works(lena, client, capsys) -> None:
    assert _create(lena.email) == 0
    secret = capsys.readouterr().out.strip()
    answer = client.get("/api/v1/me", headers={"Authorization": f"Bearer {secret}"})
    assert answer.json()["reference"] == lena.reference


def test_it_gives_the_rights_and_days_that_were_asked(lena, capsys) -> None:
    _create(lena.email, ["clients:read"], days=30)
    made = Token.objects.get()
    assert made.scopes == ["clients:read"] and made.expires_at is not None


def test_it_refuses_a_stranger_and_a_scope_that_is_none(lena) -> None:
    with pytest.raises(Refused, match="nobody"):
        _create("nobody@zhike.example")
    with pytest.raises(Refused, match="dragons:read"):
        _create(lena.email, ["dragons:read"])
