"""The frame of a page asks for nothing that it does not show."""

from types import SimpleNamespace

import pytest
from django.test import RequestFactory

from zhike.core.ui import navigation
from zhike.core.ui.navigation import NavItem
from zhike.core.ui.shell import shell


@pytest.fixture
def places(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(navigation, "_items", {})
    monkeypatch.setattr(navigation, "_unread", [])
    navigation.register(
        NavItem(name="b", label="B", url_name="account_login", icon="client", order=2, count=lambda _: 3)
    )
    navigation.register(NavItem(name="a", label="A", url_name="no_such_url", icon="day", order=1, tab=True))
    navigation.register(NavItem(name="c", label="C", url_name="x", icon="day", may=lambda user: user.is_admin))


def frame(path: str, *, is_admin: bool = False) -> object:
    request = RequestFactory().get(path)
    request.user = SimpleNamespace(is_admin=is_admin, theme="dark")
    return shell(request)["shell"]


@pytest.mark.usefixtures("places")
def test_it_shows_places_in_their_order_and_where_one_is() -> None:
    assert [(place.label, place.current, place.count) for place in frame("/account/login/").navigation] == [
        ("A", False, None),
        ("B", True, 3),
    ]


@pytest.mark.usefixtures("places")
def test_it_hides_a_place_from_those_it_is_not_for() -> None:
    assert len(frame("/", is_admin=True).navigation) == 3


@pytest.mark.usefixtures("places")
def test_it_asks_the_database_nothing_by_itself() -> None:
    seen = frame("/")
    assert (seen.theme, seen.unread, [tab.label for tab in seen.tabs]) == ("dark", 0, ["A"])
