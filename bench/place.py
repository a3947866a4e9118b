"""A database of its own for each shape: beside DATABASE_URL's, else in a PostgreSQL under the data folder.

Nothing here may import Django's settings: what is chosen here is what they read.
"""

import os
from contextlib import suppress

from psycopg import connect, conninfo, sql
from psycopg.errors import DuplicateDatabase

from bench.shape import Shape
from zhike.config.database import embedded_url
from zhike.config.environment import data_dir, text


def use(shape: Shape) -> None:
    """Point this process and those it starts to the shape's database, made empty if it is not there."""
    home = data_dir() / "bench"
    home.mkdir(exist_ok=True)
    told = text("DATABASE_URL")
    address = _beside(told, shape) if told else embedded_url(home / "postgres", shape.name)
    os.environ.update(
        ZHIKE_DATA_DIR=str(home),
        DATABASE_URL=address,
        DJANGO_SETTINGS_MODULE="zhike.config.settings",
        ZHIKE_RATE_LIMITS="0",
    )


def _beside(told: str, shape: Shape) -> str:
    parts = conninfo.conninfo_to_dict(told)
    name = f"{parts.get('dbname', 'zhike')}_{shape.name}"
    with connect(told, autocommit=True) as connection, suppress(DuplicateDatabase):
        connection.execute(
            sql.SQL("create database {} encoding 'UTF8' template template0").format(sql.Identifier(name))
        )
    return conninfo.make_conninfo(**parts | {"dbname": name})
