"""Whether the ledger is as it was written: every chain, every seal."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from zhike.agreements import chain
from zhike.agreements.chain import Fault
from zhike.agreements.models import Act, Entry

STRETCH = 2_000
Check = Callable[[int | None], Iterator[Fault]]
CHECKS: list[Check] = []


def also_checked(check: Check) -> Check:
    """Declare what an area above has sealed: given a client, or None for all, it tells what was altered."""
    CHECKS.append(check)
    return check


@dataclass(frozen=True)
class Checked:
    """`acts` looked at, and what is wrong with them."""

    acts: int
    faults: list[Fault]


def check_chains(client: int | None = None) -> Checked:
    """Of one client, or of all."""
    acts = Act.objects.filter(client=client) if client else Act.objects.all()
    counted, faults = 0, []
    ordered = acts.order_by("client_id", "number").iterator(chunk_size=STRETCH)
    for _client, own in groupby(ordered, key=attrgetter("client_id")):
        last: Act | None = None
        for batch in _batches(own):
            words = Entry.objects.in_bulk({act.entry_id for act in batch})
            for act in batch:
                counted += 1
                if wrong := _wrong(act, last, words[act.entry_id]):
                    faults.append(Fault(act.client_id, act.number, wrong))
                last = act
    faults.extend(fault for check in CHECKS for fault in check(client))
    return Checked(counted, faults)


def _batches(acts: Iterator[Act]) -> Iterator[list[Act]]:
    batch: list[Act] = []
    for act in acts:
        batch.append(act)
        if len(batch) == STRETCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _wrong(act: Act, last: Act | None, entry: Entry) -> tuple[str, ...]:
    """Names of what was altered; "gap" where an act is missing, "chain" where the hashes do not follow."""
    found = []
    if act.number != (last.number + 1 if last else 1):
        found.append("gap")
    if act.previous != (last.hash if last else chain.START) or act.hash != chain.link(act.previous, act.seals):
        found.append("chain")
    values = act.sealed_values() | {f"entry.{name}": value for name, value in entry.wording().items()}
    return (*found, *chain.altered(values, act.seals))
