"""Two people act on one line of the ledger at once, each on a connection of their own: it comes out as if one had
come after the other, whatever the two do and wherever they meet.

The oracle is the program itself: the same acts, one after the other, on the same line of another client.
"""

from dataclasses import dataclass
from functools import partial
from typing import Any

import pytest
from django.test import RequestFactory
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from zhike.agreements.checking import check_chains
from zhike.agreements.models import Entry, Promise
from zhike.agreements.rates import kept_rates, settled
from zhike.agreements.tests.at_once import meet, orders, sealed, take, written
from zhike.agreements.workflows import answer, read_back
from zhike.clients.models import Client, Contact
from zhike.core.links.models import Link
from zhike.surfaces.api.tests.conftest import program_of

NOTHING_TO_BUILD = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
ANEW = {"text": "By Monday", "reason": "Late"}


@dataclass
class Line:
    """A promise of a client's own, as it was agreed so far; its two contacts each have a letter about it."""

    cast: Any
    stage: str

    def __post_init__(self):
        cast = self.cast
        self.client = Client.objects.add(by=cast.lena, name="At once", owner=cast.lena, team=cast.lena.team)
        self.people = [Contact.objects.add(by=cast.lena, name=name, client=self.client) for name in ("陈岚", "李雷")]
        self.entry = Promise.objects.add(
            by=cast.lena, client=self.client, text="By Friday", person=cast.lena, contact=self.people[0],
            owner=cast.lena,
        )  # fmt: skip
        getattr(self, f"_{self.stage}")()
        self.entry.refresh_from_db()
        self.offered = list(self.entry.successors.order_by("pk")) or [self.entry]
        self.letters = [self._letter(who) for who in self.people]

    def _proposed(self):
        """As it is written down."""

    def _agreed(self):
        self.entry.confirm(by=self.cast.lena, contact=self.people[0], how="call")

    def _corrected(self):
        said = {"contact": self.people[0], "how": "chat", "corrects": True}
        self.entry.ask(by=self.cast.lena, words="By Thursday", **said)

    def _put_otherwise(self):
        self._agreed()
        for text in ("By Monday", "By Tuesday"):
            self.entry.renegotiate(by=self.cast.lena, text=text, reason="x")

    def _kept(self):
        self.entry.keep(by=self.cast.lena)

    def _letter(self, who):
        read, _address = read_back(
            [self.entry, *self.entry.successors.all()], by=self.cast.lena, contact=who, title="x"
        )
        return read, Link.objects.on(read).get()

    def written(self):
        rates = kept_rates(settled(Promise.objects.filter(client=self.client)))
        kept = sorted((side, rate.kept, rate.settled) for side, rate in rates.items())
        return written(self.client) | {"kept": kept}


def by_hand(verb, on, **said):
    """A step that one of us takes, on a copy read before."""

    def prepare(line):
        entry = Entry.objects.get(pk=(line.entry if on == "first" else line.offered[-1 if on == "last" else 0]).pk)
        told = {name: value(line) if callable(value) else value for name, value in said.items()}
        return [partial(getattr(entry, verb), by=line.cast.omar, **told)]

    return prepare


def by_link(said, who, on="first"):
    """What a contact answers on the page behind their link, as they read it before."""

    def prepare(line):
        (letter, link), words = line.letters[who], "" if said in ("confirm", "retract") else "By Wednesday"
        entry = Entry.objects.get(pk=(line.entry if on == "first" else line.offered[0]).pk)
        link, request = Link.objects.get(pk=link.pk), RequestFactory().get("/")
        return [partial(answer, letter, entry, said, link=link, request=request, seen=entry.seen, words=words)]

    return prepare


def in_bulk(line):
    """A program proposes two other wordings in one call: two transactions."""
    program = program_of(line.cast.lena)

    def propose(*texts):
        acts = [{"act": "step", "reference": line.entry.reference, "step": "renegotiate",
                 "values": {"text": text, "reason": "x"}} for text in texts]  # fmt: skip
        told = program.post("promises/bulk", {"acts": acts})
        assert told.status_code == 200, told.content

    return [partial(propose, text) for text in ("By May", "By June")]


def somebody(line):
    return line.people[0]


DOINGS = {
    "confirm": by_hand("confirm", "first", contact=somebody, how="call"),
    "confirm the new words": by_hand("confirm", "new", contact=somebody, how="call"),
    "confirm the other new words": by_hand("confirm", "last", contact=somebody, how="mail"),
    "confirm by link": by_link("confirm", 0),
    "confirm by the other's link": by_link("confirm", 1),
    "confirm the new words by link": by_link("confirm", 1, on="new"),
    "correct by link": by_link("correct", 1),
    "ask by link": by_link("ask", 0),
    "take back by link": by_link("retract", 0),
    "ask": by_hand("ask", "first", words="When?", contact=somebody, how="call"),
    "keep": by_hand("keep", "first"),
    "keep the new words": by_hand("keep", "new"),
    "break": by_hand("breach", "first", reason="x"),
    "waive": by_hand("waive", "first", reason="x"),
    "withdraw": by_hand("withdraw", "first", reason="x"),
    "withdraw the new words": by_hand("withdraw", "new", reason="x"),
    "open again": by_hand("reopen", "first", reason="x"),
    "put otherwise": by_hand("renegotiate", "first", **ANEW),
    "agree otherwise": by_hand("renegotiate", "first", **ANEW, agreed_by=somebody, how="call"),
    "agree otherwise on the new words": by_hand("renegotiate", "new", **ANEW, agreed_by=somebody, how="call"),
    "accept their words": by_hand("accept_correction", "first"),
    "give to another": by_hand("amend", "first", owner=lambda line: line.cast.omar),
    "propose in bulk": in_bulk,
}
STAGES = ("proposed", "agreed", "corrected", "put_otherwise", "kept")


def one_after_the_other(cast, stage, one, other, *, held):
    """What each order leaves in the ledger of a client like it."""
    first, second = len(DOINGS[one](Line(cast, stage))), len(DOINGS[other](Line(cast, stage)))
    tagged = orders([(0, n) for n in range(first)], [(1, n) for n in range(second)])
    found = []
    for way in tagged[:1] if held else tagged:
        line = Line(cast, stage)
        acts = [DOINGS[one](line), DOINGS[other](line)]
        for whose, n in way:
            take([acts[whose][n]])
        found.append(line.written())
    return found


@pytest.mark.django_db(transaction=True)
@settings(max_examples=50, deadline=None, suppress_health_check=NOTHING_TO_BUILD)
@given(
    stage=st.sampled_from(STAGES), one=st.sampled_from(sorted(DOINGS)), other=st.sampled_from(sorted(DOINGS)),
    how=st.sampled_from(["held", "at once"]),
)  # fmt: skip
@example("proposed", "confirm", "withdraw", "held")
@example("agreed", "put otherwise", "keep", "held")
@example("agreed", "agree otherwise", "keep", "at once")
@example("proposed", "confirm by link", "confirm by the other's link", "held")
@example("proposed", "confirm by link", "confirm by link", "at once")
@example("put_otherwise", "confirm the new words", "confirm the other new words", "held")
@example("put_otherwise", "confirm the new words", "confirm the other new words", "at once")
@example("put_otherwise", "confirm the new words by link", "agree otherwise", "held")
@example("put_otherwise", "agree otherwise", "confirm the new words", "held")
@example("put_otherwise", "break", "confirm the new words", "held")
@example("corrected", "accept their words", "confirm by link", "held")
@example("agreed", "propose in bulk", "agree otherwise", "at once")
@example("proposed", "propose in bulk", "propose in bulk", "at once")
def test_it_comes_out_as_if_one_had_come_after_the_other(cast, stage, one, other, how):
    line = Line(cast, stage)
    acts, words = sealed(line.client)
    meet(DOINGS[one](line), DOINGS[other](line), held=how == "held")
    acts_after, words_after = sealed(line.client)
    assert acts_after[: len(acts)] == acts and words.items() <= words_after.items(), "nothing is lost or rewritten"
    assert not check_chains(line.client.pk).faults
    assert line.written() in one_after_the_other(cast, stage, one, other, held=how == "held")
