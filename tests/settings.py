"""The program's settings for tests: a PostgreSQL of their own that need not survive a crash, and cheap passwords."""

import atexit
import os
import shutil
import tempfile

from zhike.config import database
from zhike.config.environment import data_dir


def _start_own_database() -> None:
    """Once in the first process; the others find DATABASE_URL. A DATABASE_URL of the caller's is used as it is."""
    if os.environ.get("DATABASE_URL"):
        return
    from psycopg import connect

    os.environ["DATABASE_URL"] = address = database.embedded_url(data_dir() / "test-postgres")
    with connect(address, autocommit=True) as connection:
        for name in ("fsync", "full_page_writes", "synchronous_commit"):
            connection.execute(f"alter system set {name} = off")
        connection.execute("select pg_reload_conf()")


_start_own_database()
os.environ["ZHIKE_DATA_DIR"] = kept = tempfile.mkdtemp(prefix="zhike-test-")
atexit.register(shutil.rmtree, kept, ignore_errors=True)

from zhike.config.settings import *  # noqa: E402, F403
from zhike.config.settings import DATABASES  # noqa: E402

DATABASES["default"]["OPTIONS"].pop("pool")
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
SLOW_MS = 600_000  # a slow machine must not write more than a quick one
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = True
