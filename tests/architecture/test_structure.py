"""The house: floors, keys between them, migrations with a way back, no door beside the one flow."""

import re
from pathlib import Path

import pytest
from django.apps import apps
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from zhike.core.timeline.kinds import KINDS
from zhike.core.timeline.reactions import unknown_kinds

ROOT = Path(__file__).resolve().parents[2]
FLOORS = ["zhike.core", "zhike.clients", "zhike.agreements", "zhike.domains", "zhike.insight", "zhike.surfaces"]
ROWS = [
    {"conversations", "library", "knowledge", "team"},
    {"projects", "sales"},
    {"requirements", "meetings", "support", "feedback"},
    {"changes", "ideas", "reports", "care", "loyalty", "campaigns", "community", "training"},
]
OURS = [model for model in apps.get_models() if model.__module__.startswith("zhike.")]
SOURCES = [path for path in (ROOT / "zhike").rglob("*.py") if not {"migrations", "tests"} & set(path.parts)]


MAY_NAME_A_PROJECT = {"plans.Plan", "conversations.Conversation"}  # docs/decisions/0007


def floor(model: type) -> int:
    return next(level for level, name in enumerate(FLOORS) if model.__module__.startswith(name))


def row(model: type) -> int:
    parts = model.__module__.split(".")
    return next((level for level, names in enumerate(ROWS) if parts[1] == "domains" and parts[2] in names), -1)


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_its_keys_point_down(model):
    """Every fact is about a client: a key to the client is the one that may point up from core. Within a row, a part of
    an area may point to the area in which it stands. What is said to a client may name the project that it is about.
    """
    for field in model._meta.get_fields():
        target = field.related_model if field.is_relation and field.concrete else None
        if target is None or not target.__module__.startswith("zhike.") or target._meta.label == "clients.Client":
            continue
        if target._meta.label == "projects.Project" and model._meta.label in MAY_NAME_A_PROJECT:
            continue
        assert floor(target) <= floor(model), field
        area = apps.get_app_config(target._meta.app_label).name
        if floor(target) == floor(model) and row(model) >= 0 and not model.__module__.startswith(f"{area}."):
            assert row(target) < row(model), field


@pytest.mark.django_db
def test_every_migration_has_a_way_back_and_a_name():
    ours = {config.label for config in apps.get_app_configs() if config.name.startswith("zhike.")}
    for (label, name), migration in MigrationLoader(connection).disk_migrations.items():
        if label in ours:
            assert all(operation.reversible for operation in migration.operations), (label, name)
            assert not re.search(r"auto_|_initial$", name), (label, name)


def test_no_view_fetches_past_what_the_person_sees():
    """`visible_to` or a reference decide what a page gets; `objects.get(` would not."""
    views = [path for path in SOURCES if path.name in {"views.py", "page.py"} or "pages" in path.parts]
    guilty = [str(path.relative_to(ROOT)) for path in views if re.search(r"\.objects\.get\(", path.read_text())]
    assert guilty == []


def test_only_the_door_changes_events():
    guilty = [
        str(path.relative_to(ROOT))
        for path in SOURCES
        if re.search(r"zhike\.door", path.read_text()) and path.parts[-2:] != ("timeline", "door.py")
    ]
    assert guilty == []


def test_every_reaction_waits_for_something_that_is_declared():
    assert unknown_kinds() == {}


def test_every_event_is_documented():
    documented = (ROOT / "docs" / "areas" / "events.md").read_text()
    assert [name for name in KINDS if f"`{name}`" not in documented] == []


def test_every_area_says_what_it_is_for():
    packages = [path for path in SOURCES if path.name == "__init__.py"]
    assert [str(path) for path in packages if not path.read_text().startswith('"""')] == []


def test_what_a_page_listens_to_elsewhere_is_quoted():
    """`from:closest form` is read as `from:closest`, and hears nothing."""
    pages = Path("zhike").rglob("templates/**/*.html")
    deaf = re.compile(r"""hx-trigger="[^"]*from:(closest|find|next|previous) """)
    assert [str(page) for page in pages if deaf.search(page.read_text())] == []


def test_no_signals_and_no_save_overrides():
    guilty = [
        str(path.relative_to(ROOT))
        for path in SOURCES
        if re.search(r"(post|pre)_(save|delete)|m2m_changed|def save\(self, \*args", path.read_text())
    ]
    assert guilty == []
