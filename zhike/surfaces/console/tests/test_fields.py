"""Administrators define own fields."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client as Browser
from django.utils import translation

from tests.cast import Cast
from zhike.clients.models import Client
from zhike.core.base.kept import forget_all
from zhike.core.fields.models import FieldDefinition
from zhike.core.todos.models import Todo
from zhike.core.todos.workflows import add_todo
from zhike.domains.conversations.forms import ConversationForm
from zhike.surfaces.console.settings.fields import FieldForm, key_for


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    with translation.override("en"):
        yield


@pytest.fixture
def ada_browses(cast: Cast, client: Browser) -> Browser:
    client.force_login(cast.ada)
    return client


def said(**more: Any) -> dict[str, Any]:
    return {"record_type": "clients.client", "kind": "text", "label": "Yearly budget"} | more


def test_a_field_is_defined_and_stands_in_the_form_of_its_records(ada_browses: Browser) -> None:
    ada_browses.post("/fields/new/", said(label_zh="年度预算", kind="money", hint="Before tax"))
    definition = FieldDefinition.objects.get()
    assert (definition.key, definition.position) == ("yearly_budget", 1)
    page = ada_browses.get("/clients/new/").content.decode()
    assert 'name="own_yearly_budget"' in page
    assert "Before tax" in page


def test_each_reader_sees_its_name_in_their_language(ada_browses: Browser, cast: Cast) -> None:
    ada_browses.post("/fields/new/", said(label_zh="年度预算"))
    cast.ada.prefer(by=cast.ada, language="zh-hans")
    assert "年度预算" in ada_browses.get("/clients/new/").content.decode()


@pytest.mark.parametrize(
    ("label", "key"),
    [
        ("Contract ends", "contract_ends"),
        ("年度预算", "nian_du_yu_suan"),
        ("Größe (m²)", "groe_m2"),
        ("2nd", "field_2nd"),
    ],
)
def test_a_key_is_made_of_the_name(label: str, key: str) -> None:
    assert key_for(label) == key


def test_a_key_that_is_taken_gets_a_number(cast: Cast) -> None:
    for _time in range(2):
        form = FieldForm(said(), by=cast.ada)
        assert form.is_valid(), form.errors
        form.save(by=cast.ada)
    assert set(FieldDefinition.objects.values_list("key", flat=True)) == {"yearly_budget", "yearly_budget_2"}


@pytest.mark.parametrize(
    ("more", "name", "words"),
    [
        ({"kind": "choice"}, "choices", "at least one choice"),
        ({"kind": "link"}, "links_to", "to which records"),
        ({"key": "Two words"}, "key", "only Latin letters"),
        ({"record_type": "access.user"}, "record_type", "valid choice"),
        ({"label": ""}, "label", "required"),
    ],
)
def test_what_is_missing_is_said(more: dict[str, Any], name: str, words: str, cast: Cast) -> None:
    assert words in FieldForm(said(**more), by=cast.ada).errors[name][0]


def test_a_typed_key_that_is_taken_is_refused(cast: Cast) -> None:
    FieldForm(said(key="size"), by=cast.ada).is_valid()
    FieldDefinition.objects.add(by=cast.ada, record_type="clients.client", key="size", label="Size")
    assert "has this key" in FieldForm(said(key="size"), by=cast.ada).errors["key"][0]


def test_key_and_kind_stay_once_records_have_values(cast: Cast) -> None:
    definition = FieldDefinition.objects.add(by=cast.ada, record_type="clients.client", key="size", label="Size")
    free = FieldForm(said(key="length", kind="number"), instance=definition, by=cast.ada)
    assert free.is_valid()
    definition.refresh_from_db()
    Client.objects.add(by=cast.ada, name="Has it", own_size="big")
    form = FieldForm(said(key="length", kind="number", label="How big"), instance=definition, by=cast.ada)
    assert form.is_valid(), form.errors
    form.save(by=cast.ada)
    definition.refresh_from_db()
    assert (definition.key, definition.kind, definition.label) == ("size", "text", "How big")


def test_the_preview_shows_it_while_it_is_typed(ada_browses: Browser) -> None:
    answer = ada_browses.post("/settings/fields/preview/", said(kind="choices", choices="Fair\nWeb", label="来源"))
    page = answer.content.decode()
    assert page.count('type="checkbox"') == 2
    assert "lai_yuan" in page
    assert ada_browses.post("/settings/fields/preview/", {}).status_code == 200


@pytest.mark.parametrize("kind", ["conversations.conversation", "todos.todo", "clients.contact"])
def test_other_records_have_own_fields_too(kind: str, cast: Cast, ada_browses: Browser) -> None:
    FieldDefinition.objects.add(by=cast.ada, record_type=kind, key="mark", label="Mark of theirs")
    forget_all()
    todo = add_todo(cast.qingchuan, by=cast.lena, title="Do it", owner=cast.lena)
    edit = {
        "todos.todo": f"/todos/{todo.reference}/edit/",
        "clients.contact": f"/contacts/{cast.clara.reference}/edit/",
    }
    pages = edit.get(kind, f"/clients/{cast.qingchuan.reference}/")
    assert "Mark of theirs" in ada_browses.get(pages).content.decode()


def test_a_conversation_keeps_its_own_fields(cast: Cast) -> None:
    FieldDefinition.objects.add(
        by=cast.ada, record_type="conversations.conversation", key="mark", label="Mark", required=True
    )
    forget_all()
    told = {"client": cast.qingchuan.pk, "kind": "call", "text": "Said", "own_mark": "red"}
    form = ConversationForm(told, by=cast.lena)
    assert form.is_valid(), form.errors
    assert form.save(by=cast.lena).custom == {"mark": "red"}


def test_a_required_field_of_todos_does_not_stop_the_one_line_form(cast: Cast, client: Browser) -> None:
    FieldDefinition.objects.add(by=cast.ada, record_type="todos.todo", key="mark", label="Mark", required=True)
    forget_all()
    client.force_login(cast.lena)
    client.post(f"/todos/on/{cast.qingchuan.reference}/", {"title": "Call back"})
    assert Todo.objects.get().title == "Call back"
