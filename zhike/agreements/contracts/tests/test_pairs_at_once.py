"""Two people act on one contract, or on it and one of its clauses, at once: it comes out as if one had come after the
other, and either all of it is signed or nothing.
"""

from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Any

import pytest
from django.test import RequestFactory
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from zhike.agreements.checking import check_chains
from zhike.agreements.contracts.models import Contract, Edition
from zhike.agreements.contracts.signing import _take
from zhike.agreements.models import Clause
from zhike.agreements.tests.at_once import meet, sealed, take, written
from zhike.clients.models import Client, Contact
from zhike.core.links.models import Link

NOTHING_TO_BUILD = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
STAGES = ("sent", "signed", "sent_anew")


@dataclass
class Deal:
    """A contract with two clauses and a total; `sent_anew`: signed, and a dearer edition of it waits."""

    cast: Any
    stage: str

    def __post_init__(self):
        by = self.cast.lena
        self.client = Client.objects.add(by=by, name="At once", owner=by, team=by.team)
        self.contact = Contact.objects.add(by=by, name="陈岚", client=self.client)
        self.contract = Contract.objects.add(
            by=by, client=self.client, contact=self.contact, owner=by, title="T", amount=Decimal(10), currency="CNY",
            starts_on="2026-03-01",
        )  # fmt: skip
        for text in ("one", "two"):
            self.contract.add_term(by=by, aspect="term", side="us", text=text)
        self._send()
        if self.stage != "sent":
            self.contract.sign(by=by, contact=self.contact, how="paper")
        if self.stage == "sent_anew":
            self.contract.revise(by=by, reason="x")
            self.contract.amend(by=by, amount=Decimal(20))
            self.contract.change_term(by=by, term=self.contract.terms.first(), aspect="term", text="one and a half")
            self._send()
        self.contract = Contract.objects.get(pk=self.contract.pk)

    def _send(self):
        self.contract.send(by=self.cast.lena)
        edition = self.contract.latest
        self.contract.note_read(by=type(self.cast.lena).objects.system())
        self.link, self.seen = Link.objects.on(self.contract).order_by("-pk").first(), edition.seen

    def written(self):
        contract = Contract.objects.get(pk=self.contract.pk)
        reference = contract.reference
        editions = Edition.objects.filter(contract=contract).values_list("number", "outcome", "signed_name", "how")
        told = {"state": contract.state, "editions": list(editions), "in_force": contract.in_force_id is not None}
        ledger = written(self.client)
        ledger["entries"] = [(row[0].replace(reference, "CO"), *row[1:]) for row in ledger["entries"]]
        return ledger | told


def of_contract(verb, **said):
    def prepare(deal):
        copy = Contract.objects.get(pk=deal.contract.pk)
        told = {name: value(deal) if callable(value) else value for name, value in said.items()}
        return [partial(getattr(copy, verb), by=deal.cast.omar, **told)]

    return prepare


def of_clause(verb, **said):
    def prepare(deal):
        clause = Clause.objects.filter(client=deal.client, aspect="term").earliest("pk")
        told = {name: value(deal) if callable(value) else value for name, value in said.items()}
        return [partial(getattr(clause, verb), by=deal.cast.omar, **told)]

    return prepare


def through_the_link(said, **more):
    def prepare(deal):
        contract = Contract.objects.get(pk=deal.contract.pk)
        told = {"said": said, "seen": deal.seen, "name": "陈岚", "words": "x", "clause": None} | more
        link, edition = Link.objects.get(pk=deal.link.pk), contract.latest
        return [partial(_take, told, link, RequestFactory().get("/"), contract, edition)]

    return prepare


def about_a_clause(deal):
    clause = Clause.objects.filter(client=deal.client, aspect="term").earliest("pk")
    return through_the_link("ask", clause=clause.pk)(deal)


def contact(deal):
    return deal.contact


DOINGS = {
    "sign by link": through_the_link("sign"),
    "decline by link": through_the_link("decline"),
    "sign on paper": of_contract("sign", contact=contact, how="paper"),
    "ask by link": about_a_clause,
    "revise": of_contract("revise", reason="x"),
    "make void": of_contract("void", reason="x"),
    "end": of_contract("end", reason="x"),
    "leave as signed": of_contract("keep_as_signed", reason="x"),
    "withdraw a clause": of_clause("withdraw", reason="x"),
    "confirm a clause": of_clause("confirm", contact=contact, how="call"),
    "put a clause otherwise": of_clause("renegotiate", text="three", reason="x"),
    "agree otherwise on a clause": of_clause("renegotiate", text="three", reason="x", agreed_by=contact, how="call"),
}


@pytest.mark.django_db(transaction=True)
@settings(max_examples=20, deadline=None, suppress_health_check=NOTHING_TO_BUILD)
@given(
    stage=st.sampled_from(STAGES), one=st.sampled_from(sorted(DOINGS)), other=st.sampled_from(sorted(DOINGS)),
    how=st.sampled_from(["held", "at once"]),
)  # fmt: skip
@example("sent", "sign by link", "sign by link", "at once")
@example("sent", "sign by link", "withdraw a clause", "held")
@example("sent", "withdraw a clause", "sign by link", "held")
@example("sent", "sign on paper", "make void", "held")
@example("sent", "agree otherwise on a clause", "decline by link", "held")
@example("signed", "agree otherwise on a clause", "make void", "held")
@example("sent_anew", "sign by link", "leave as signed", "at once")
@example("sent_anew", "sign on paper", "agree otherwise on a clause", "at once")
def test_all_of_it_is_signed_or_nothing(cast, stage, one, other, how):
    deal = Deal(cast, stage)
    acts, words = sealed(deal.client)
    meet(DOINGS[one](deal), DOINGS[other](deal), held=how == "held")
    acts_after, words_after = sealed(deal.client)
    assert acts_after[: len(acts)] == acts and words.items() <= words_after.items(), "nothing is lost or rewritten"
    assert not check_chains(deal.client.pk).faults
    found = []
    for order in ((one, other), (other, one))[: 1 if how == "held" else 2]:
        serial = Deal(cast, stage)
        prepared = {name: DOINGS[name](serial) for name in (one, other)}
        for name in order:
            take(prepared[name] if one != other else DOINGS[name](serial))
        found.append(serial.written())
    assert deal.written() in found
