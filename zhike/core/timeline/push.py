"""Sending to open pages: whatever process this is, through PostgreSQL, when the transaction commits."""

import json
from collections.abc import Iterable
from typing import Any

from django.db import connection

CHANNEL = "zhike_live"
LONGEST = 7_900  # bytes; PostgreSQL takes less than 8,000
TOGETHER = 200


def push(user_ids: Iterable[int], event_name: str, data: dict[str, Any] | None = None) -> None:
    """Tell the open pages of these people. `data` is JSON and short. Raises ValueError when it is too long."""
    people = sorted(set(user_ids))
    with connection.cursor() as cursor:
        for start in range(0, len(people), TOGETHER):
            told = {"to": people[start : start + TOGETHER], "event": event_name, "data": data or {}}
            message = json.dumps(told, separators=(",", ":"), ensure_ascii=False)
            if len(message.encode()) > LONGEST:
                raise ValueError("This is too long to be pushed: send a number, and let the page ask for the rest.")
            cursor.execute("select pg_notify(%s, %s)", [CHANNEL, message])
