"""The demo goes as it came, and nothing else goes with it."""

from collections.abc import Iterator
from copy import deepcopy

import pytest
from django.apps import apps
from django.db import transaction
from pytest_django import DjangoDbBlocker

from tests.cast import Cast, make_cast
from zhike.clients.models import Client
from zhike.core.access.models import User
from zhike.core.files import store
from zhike.core.files.models import Attachment
from zhike.core.timeline.delivery import deliver_all
from zhike.surfaces.exchange import demo

pytestmark = pytest.mark.django_db


def silent(sentence: str) -> None:
    pass


def counts() -> dict[str, int]:
    models = [model for model in apps.get_models(include_auto_created=True) if model._meta.managed]
    return {model._meta.label: model._base_manager.count() for model in models}


@pytest.fixture(scope="module")
def built(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[tuple[Cast, dict[str, int]]]:
    """The cast, how many rows there were then, and the demo, built once; each test is rolled back to here."""
    with django_db_blocker.unblock(), transaction.atomic():
        cast = make_cast()
        deliver_all()
        before = counts()
        demo.build(silent, scale=0.1)
        yield cast, before
        transaction.set_rollback(True)


@pytest.fixture
def cast(built: tuple[Cast, dict[str, int]]) -> Cast:
    return deepcopy(built[0])


def test_it_leaves_every_table_as_it_was_and_can_be_built_again(built):
    _cast, before = built
    assert counts()["clients.Client"] > before["clients.Client"]
    demo.remove(silent)
    assert counts() == before
    assert not demo.is_built()
    demo.build(silent, scale=0.1)
    assert demo.is_built()


def test_it_takes_what_was_added_to_demo_clients_since(cast):
    theirs = Client.objects.filter(emails__contains=["hello@qingchuan.example"]).get()
    theirs.amend(by=cast.ada, about="Changed by a real person")
    demo.remove(silent)
    assert Client.objects.count() == 2


def test_it_keeps_people_who_have_worked_on_anything_else(cast):
    lena = User.objects.get(email="lena@pierhead.example")
    cast.qingchuan.amend(by=lena, about="Seen by a person of the demo")
    demo.remove(silent)
    left = User.objects.get(email="lena@pierhead.example")
    assert not left.is_active
    assert not User.objects.filter(email="omar@pierhead.example").exists()
    assert cast.qingchuan.about == "Seen by a person of the demo"


def test_it_takes_the_files_from_the_disk(built, django_capture_on_commit_callbacks):
    kept = {store.path_of(file.stored) for file in Attachment.objects.all()}
    assert kept and all(path.exists() for path in kept)
    with django_capture_on_commit_callbacks(execute=True):
        demo.remove(silent)
    assert not any(path.exists() for path in kept)
