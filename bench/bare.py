"""The statements of a request alone, through psycopg, with the same parameters and the same settings."""

from time import perf_counter

from django.db import connection
from psycopg import Connection

from bench.ours import Statement


class Bare:
    def __init__(self) -> None:
        connection.ensure_connection()
        self.plain: Connection = Connection.connect(**connection.get_connection_params(), autocommit=True)
        self.plain.execute("select set_config('TimeZone', 'UTC', false)")

    def ask(self, statements: list[Statement]) -> float:
        """Milliseconds for all of them, their rows fetched. What was committed together is committed together."""
        began, open_ = perf_counter(), False
        with self.plain.cursor() as cursor:
            for one in statements:
                if one.inside != open_:
                    cursor.execute("begin" if one.inside else "commit")
                    open_ = one.inside
                cursor.execute(one.sql, one.params)
                if cursor.description:
                    cursor.fetchall()
            if open_:
                cursor.execute("commit")
        return (perf_counter() - began) * 1_000

    def close(self) -> None:
        self.plain.close()
