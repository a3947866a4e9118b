"""What every test stands on: a test database kept between runs, and emptied with the rows of its migrations kept."""

import gc
from collections.abc import Iterator

import pytest
from django.conf import settings as django_settings
from django.core.management import call_command
from django.utils import timezone, translation
from hypothesis import settings

from tests import database
from zhike.core.base.kept import forget_all

settings.register_profile("house", deadline=None)
settings.load_profile("house")

pytest_plugins = ["tests.cast", "tests.browser"]


def pytest_collection_finish() -> None:
    """The program itself is not searched for rings again and again: an eighth of the time of many tests."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 20, 50)


@pytest.fixture(scope="session")
def django_db_keepdb() -> bool:
    return True


@pytest.fixture(scope="session")
def django_db_createdb(request: pytest.FixtureRequest) -> bool:
    """Anew with --create-db, and when a migration has changed since."""
    return bool(request.config.getvalue("create_db")) or not database.is_fresh()


@pytest.fixture(autouse=True)
def _nothing_is_kept_between_tests() -> None:
    """Nor the language and the zone of the page that was asked for last."""
    forget_all()
    translation.deactivate()
    timezone.deactivate()


@pytest.fixture(scope="session", autouse=True)
def _mail_becomes_letters(django_test_environment: None) -> None:
    """As in the product; Django's own tests would keep it in memory."""
    django_settings.EMAIL_BACKEND = "zhike.core.mail.backend.OutboxBackend"


@pytest.fixture(scope="session", autouse=True)
def _emptying_keeps_what_migrations_made() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        database.patch_flush(patch)
        yield


@pytest.fixture(scope="session")
def django_db_setup(
    django_db_setup: None, _emptying_keeps_what_migrations_made: None, django_db_blocker: pytest.FixtureRequest
) -> None:
    """Without what a run left that was killed."""
    with django_db_blocker.unblock():
        database.keep_seeds()
        call_command("flush", interactive=False, verbosity=0)
