"""Lets two people act at the same moment, each on a connection of their own, and gives what they might come to."""

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Event as Signal
from time import monotonic, sleep

from django.db import connection, transaction

from zhike.agreements.models import Act, Entry
from zhike.agreements.models.entry import WORDING
from zhike.core.lifecycle.errors import Refused
from zhike.core.lifecycle.verbs import again_on_deadlock
from zhike.core.links.errors import LinkEnded

PATIENCE = 5  # seconds


def take(acts):
    """Each in a transaction of its own; what was refused left nothing behind."""
    for act in acts:
        try:
            act()
        except (LinkEnded, Refused):
            continue


def meet(first, second, *, held):
    """Both at once. `held`: the first is done, but not committed, when the second comes and has to wait."""
    begin, done, commit = Signal(), Signal(), Signal()

    @again_on_deadlock
    def hold():
        with transaction.atomic():
            take(first)
            done.set()
            commit.wait(PATIENCE)

    def one(doing, starts):
        try:
            starts.wait(PATIENCE)
            doing()
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        mine = pool.submit(one, hold if held else partial(take, first), begin)
        theirs = pool.submit(one, partial(take, second), done if held else begin)
        begin.set()
        if held and done.wait(PATIENCE):
            _wait_until(lambda: theirs.done() or _somebody_waits())
        commit.set()
        mine.result(), theirs.result()


def _somebody_waits():
    with connection.cursor() as cursor:
        cursor.execute("select exists(select 1 from pg_locks where not granted)")
        return cursor.fetchone()[0]


def _wait_until(true):
    end = monotonic() + PATIENCE
    while not true() and monotonic() < end:
        sleep(0.002)


def orders(first, second):
    """Every way in which the one's transactions come between the other's."""
    if not first or not second:
        return [[*first, *second]]
    ways = [[first[0], *rest] for rest in orders(first[1:], second)]
    return ways + [[second[0], *rest] for rest in orders(first, second[1:])]


def written(client):
    """What the ledger holds of the client, but for keys, salts and moments: entries and acts in the order of acts."""
    acts = list(Act.objects.chained(client.pk))
    place = {pk: n for n, pk in enumerate(dict.fromkeys(act.entry_id for act in acts))}
    entries = sorted(Entry.objects.filter(client=client), key=lambda one: place[one.pk])
    return {
        "entries": [
            (one.text, one.state, one.confirmed_how, one.round, one.state_on, one.owner_id,
             place.get(one.supersedes_id), place.get(one.superseded_by_id)) for one in entries
        ],
        "acts": [(n, place[one.entry_id], one.verb, one.state, one.how, one.words) for n, one in enumerate(acts)],
        "numbers": [one.number for one in acts],
    }  # fmt: skip


def sealed(client):
    """Every act with its hash, every entry with its words: what no later act changes."""
    acts = list(Act.objects.chained(client.pk).values_list("pk", "hash"))
    return acts, {row[0]: row for row in Entry.objects.filter(client=client).values_list("pk", *WORDING)}
