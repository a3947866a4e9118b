"""Parts that areas put on pages of others."""

from collections import defaultdict

import pytest

from zhike.core.pages import parts
from zhike.core.todos.models import Todo


@pytest.fixture
def declared(monkeypatch):
    """What is declared in the test is forgotten after it."""
    kept = {place: dict(named) for place, named in parts._parts.items()}
    monkeypatch.setattr(parts, "_parts", defaultdict(dict, kept))


@pytest.fixture
def page(client, lena, qingchuan):
    client.force_login(lena)
    return lambda query="": client.get(f"/clients/{qingchuan.reference}/{query}").content.decode()


def test_an_areas_part_stands_in_the_rail(page, lena, qingchuan):
    Todo.objects.add(by=lena, client=qingchuan, title="Send the offer", owner=lena)
    assert "Send the offer" in page()


def test_a_part_with_nothing_to_say_is_left_out(declared, page):
    parts.part("clients.rail", template="discussion/rail.html", label="Knots")(lambda client, reader: None)
    assert "Knots" not in page()


def test_a_part_with_something_to_say_is_shown_under_its_heading(declared, page):
    said = {"watchers": ["Mona"], "more": ("?tab=talk", "All knots"), "count": None}
    parts.part("clients.rail", template="discussion/rail.html", label="Knots")(lambda client, reader: said)
    assert "<h2>Knots</h2>" in page() and "All knots" in page()


def test_a_tab_opens_under_its_word(declared, page):
    tab = parts.part("clients.tab", template="discussion/rail.html", label="Knots", name="knots")
    tab(lambda client, reader: {"watchers": ["Mona"]})
    assert "?tab=knots" in page()
    assert '<p class="avatars">' not in page()
    assert '<p class="avatars">' in page("?tab=knots")


def test_one_name_is_declared_once_at_a_place(declared):
    def knots(client, reader):
        return None

    parts.part("clients.tab", template="discussion/rail.html")(knots)
    with pytest.raises(ValueError, match="declared twice"):
        parts.part("clients.tab", template="discussion/rail.html")(knots)
