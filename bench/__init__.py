"""Measures the program on a database of its own: requests beside their bare statements, and how many a second.

*Shape*: how many clients, and how much of everything each has. *Ask*: one request of a scenario. *Ours*: the time of a
whole request. *Bare*: the time of its statements alone, through psycopg. *Work*: what is no request but long work over
many rows, measured by a module of its own. *Sum*: pure arithmetic, which needs no database.
"""

REQUESTS = ("client_list", "client_page", "search", "create", "api_list", "api_create")
NAMES = (*REQUESTS, "import")
WORKS = {
    "segments": "bench.segments",
    "duplicates": "bench.duplicates",
    "webhooks": "bench.webhooks",
    "export": "bench.exporting",
    "as_of": "bench.as_of",
    "gantt": "bench.gantt",
}
CLIENTS_ALONE = frozenset({"segments"})  # works for which a million clients are made without all that hangs on them
SUMS = {"simulate": "bench.simulate", "psplib": "bench.psplib"}
