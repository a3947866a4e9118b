"""Parts that areas put on pages of others."""

from collections import defaultdict

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext

from zhike.agreements.models import Promise
from zhike.core.pages import parts
from zhike.core.pages.held import holds
from zhike.core.pages.tab_counts import tab_counts
from zhike.core.resources.registry import RESOURCES
from zhike.core.todos.models import Todo
from zhike.domains.projects.models import Project


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


def test_a_tab_tells_how_many_things_stand_behind_it_all_in_one_question(declared, page, lena, qingchuan, tramlight):
    def of_owner(client):
        return Todo.objects.standing().filter(client=client, owner=lena)

    for name in ("knots", "bows"):
        tab = parts.part("clients.tab", template="discussion/rail.html", label=name, name=name, counts=of_owner)
        tab(lambda client, reader: None)
    for client, title in ((qingchuan, "Send the offer"), (qingchuan, "Ring up"), (tramlight, "Write")):
        Todo.objects.add(by=lena, client=client, title=title, owner=lena)
    said = page()
    assert 'knots <span class="count">2</span>' in said and 'bows <span class="count">2</span>' in said
    with CaptureQueriesContext(connection) as asked:
        assert tab_counts("clients.tab", qingchuan)["knots"] == 2
    assert len(asked) == 1
    Todo.objects.filter(client=qingchuan).delete()
    assert "knots</a>" in page()


def test_what_a_tab_counts_is_what_it_shows(client, lena, qingchuan):
    project = Project.objects.add(by=lena, client=qingchuan, lead=lena, name="官网改版")
    Promise.objects.add(by=lena, client=qingchuan, text="周五前给初稿", side="us")
    Project.objects.add(by=lena, client=qingchuan, lead=lena, name="小程序").archive(by=lena)
    counts = tab_counts("clients.tab", qingchuan)
    assert (counts["projects"], counts["agreements"], counts["contracts"]) == (1, 1, 0)
    client.force_login(lena)
    assert project.name in client.get(f"/clients/{qingchuan.reference}/?tab=projects").content.decode()


def test_one_name_is_declared_once_at_a_place(declared):
    def knots(client, reader):
        return None

    parts.part("clients.tab", template="discussion/rail.html")(knots)
    with pytest.raises(ValueError, match="declared twice"):
        parts.part("clients.tab", template="discussion/rail.html")(knots)


def test_a_part_about_what_the_record_has_not_is_left_out_unasked(declared, page, lena, qingchuan):
    asked = []
    knots = parts.part("clients.rail", template="discussion/rail.html", label="Knots", about=("todos.Todo.client",))
    knots(lambda client, reader: asked.append(client) or {"watchers": ["Mona"]})
    assert "Knots" not in page() and not asked
    Todo.objects.add(by=lena, client=qingchuan, title="Send the offer", owner=lena)
    assert "Knots" in page() and asked == [qingchuan]


def test_whatever_parts_are_about_points_to_their_record(db):
    keys = [(place, about) for place in parts._parts for one in parts.parts_of(place) for about in one.about]
    models = {resource.name: resource.model for resource in RESOURCES.values()}
    assert keys
    for place, about in keys:
        app, model, path = about.split(".")
        *way, key = path.split("__")
        kind = apps.get_model(app, model)
        for step in way:
            kind = kind._meta.get_field(step).related_model
        assert kind._meta.get_field(key).related_model is models[place.partition(".")[0]], about


def test_what_a_client_has_is_asked_in_one_question(lena, qingchuan, django_assert_num_queries):
    Todo.objects.add(by=lena, client=qingchuan, title="Send the offer", owner=lena)
    with django_assert_num_queries(1):
        found = [holds(qingchuan, about) for about in parts.abouts_of("clients")]
    assert not any(found)
    assert holds(qingchuan, "todos.Todo.client", "pains.PainPoint.client")


def test_the_page_of_a_bare_client_asks_little(client, lena, qingchuan):
    client.force_login(lena)
    client.get(f"/clients/{qingchuan.reference}/")
    with CaptureQueriesContext(connection) as asked:
        client.get(f"/clients/{qingchuan.reference}/")
    assert len(asked) < len(parts.parts_of("clients.rail"))
