"""Whether migrations made what the models say, and how many models they make anew for it."""

from collections import Counter
from typing import Any

import pytest
from django.apps import apps
from django.db import connection, models
from django.db.migrations.state import ModelState, ProjectState

COLUMNS = """
    select table_name, column_name, udt_name, character_maximum_length, is_nullable, column_default
    from information_schema.columns where table_schema = %s
"""
CONSTRAINTS = """
    select conrelid::regclass::text, conname, pg_get_constraintdef(oid)
    from pg_constraint where connamespace = %s::regnamespace
"""
INDEXES = "select tablename, indexname, indexdef from pg_indexes where schemaname = %s"


@pytest.mark.django_db
def test_migrations_made_what_the_models_say() -> None:
    ours = [one for one in apps.get_models() if one.__module__.startswith("zhike.") and not one._meta.proxy]
    with connection.cursor() as cursor:
        made = _standing(cursor, "public")
        cursor.execute("create schema said; set local search_path to said")
        with connection.schema_editor(atomic=False) as editor:
            for model in ours:
                editor.create_model(model)
        said = _standing(cursor, "said")
    assert len(said) > 3_000
    assert not said - made


def test_a_new_model_makes_no_other_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    state, made = _state(), Counter[str]()
    _count(monkeypatch, made)
    state.add_model(_model("Letter", writer=models.ForeignKey("post.Person", models.CASCADE)))
    state.add_field("post", "letter", "title", models.TextField(), preserve_default=True)
    state.add_index("post", "letter", models.Index(fields=["title"], name="letter_title"))
    assert made == {"Letter": 3}
    letter = state.apps.get_model("post", "letter")
    assert letter._meta.get_field("writer").related_model is state.apps.get_model("post", "person")
    assert [field.name for field in letter._meta.local_fields] == ["id", "writer", "title"]


def test_all_are_made_anew_where_a_field_changes_or_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    state, made = _state(), Counter[str]()
    _count(monkeypatch, made)
    state.alter_field("post", "person", "id", models.BigAutoField(primary_key=True), preserve_default=True)
    assert state.apps.get_model("post", "card")._meta.get_field("of").target_field.get_internal_type() == "BigAutoField"
    assert made == {"Person": 1, "Card": 1}
    state.remove_field("post", "card", "of")
    assert not state.apps.get_model("post", "person")._meta.related_objects
    assert made == {"Person": 2, "Card": 2}


def test_a_migration_that_runs_python_finds_all_made_anew() -> None:
    state = _state()
    state.add_field("post", "person", "name", models.TextField(), preserve_default=True)
    state.clear_delayed_apps_cache()
    person, card = (state.apps.get_model("post", name) for name in ("person", "card"))
    assert card._meta.get_field("of").related_model is person


def _standing(cursor: Any, schema: str) -> set[tuple[Any, ...]]:
    found = set()
    for sql in (COLUMNS, CONSTRAINTS, INDEXES):
        cursor.execute(sql, [schema])
        found |= {tuple(_bare(value, schema) for value in row) for row in cursor.fetchall()}
    return found


def _bare(value: Any, schema: str) -> Any:
    return value.replace(f"{schema}.", "") if isinstance(value, str) else value


def _state() -> ProjectState:
    """A person, and a card of one, made."""
    state = ProjectState()
    state.add_model(_model("Person"))
    state.add_model(_model("Card", of=models.ForeignKey("post.Person", models.CASCADE)))
    assert state.apps
    return state


def _model(name: str, **fields: Any) -> ModelState:
    return ModelState("post", name, [("id", models.AutoField(primary_key=True)), *fields.items()])


def _count(patch: pytest.MonkeyPatch, made: Counter[str]) -> None:
    plain = ModelState.render

    def render(self: ModelState, apps: Any) -> Any:
        made[self.name] += 1
        return plain(self, apps)

    patch.setattr(ModelState, "render", render)
