"""Whatever is done with a contract and its clauses, in whatever order: nothing signed is lost or rewritten, and on each
day exactly one wording of a line is in force.
"""

from datetime import date, timedelta
from decimal import Decimal

from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from zhike.agreements.as_of import end_of, valid_on
from zhike.agreements.checking import check_chains
from zhike.agreements.contracts.models import Contract, EditionLine
from zhike.agreements.contracts.models.term import line_of
from zhike.agreements.models import Clause
from zhike.agreements.tests.test_laws import PulledOut, _written
from zhike.core.lifecycle.errors import Refused
from zhike.core.timeline.moment import at

START = date(2026, 3, 2)
OF_THE_CONTRACT = ("send", "send later", "sign", "decline", "revise", "keep_as_signed", "void", "end")
STEPS = st.tuples(
    st.sampled_from(
        ("send", "sign", "revise", *OF_THE_CONTRACT, "reword", "strike", "dearer", "agree anew", "propose", "confirm",
         "withdraw", "note_question")
    ),
    st.integers(0, 5),  # which of the lines
    st.integers(0, 4),  # days later
    st.sampled_from(["", "", "broken off"]),
)  # fmt: skip


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(walk=st.lists(STEPS, min_size=6, max_size=14))
def test_nothing_signed_is_lost_and_one_wording_of_a_line_holds(cast, walk):
    client = type(cast.qingchuan).objects.add(by=cast.lena, name="Laws", owner=cast.lena, team=cast.lena.team)
    today, signed = START, {}
    with at(_noon(today)):
        contract = Contract.objects.add(
            by=cast.lena, client=client, contact=cast.clara, owner=cast.lena, title="T", amount=Decimal(10),
            currency="CNY", starts_on=START,
        )  # fmt: skip
        for text in ("one", "two"):
            contract.add_term(by=cast.lena, aspect="term", side="us", text=text, outlasts=text == "two")
        contract.send(by=cast.lena)
        contract.sign(by=cast.lena, contact=cast.clara, how="paper")
    for n, (verb, which, later, breaks) in enumerate(walk):
        today += timedelta(days=later)
        before = _written(client)
        contract = Contract.objects.get(pk=contract.pk)
        with at(_noon(today)):
            done = _tried(contract, verb, which, today, cast, n, breaks)
        after = _written(client)
        assert after["acts"][: len(before["acts"])] == before["acts"]
        assert before["words"].items() <= after["words"].items()
        assert done or after == before, "what was refused or broken off left something behind"
        contract.refresh_from_db()
        _nothing_signed_is_lost(contract, signed)
        for day in (0, 3, 4, 8):
            _one_wording_holds(contract, client, today + timedelta(days=day))
    assert not check_chains(client.pk).faults


def _noon(day):
    return end_of(day) - timedelta(hours=12)


def _tried(contract, verb, which, today, cast, n, breaks):
    """Whether it was done."""
    try:
        with transaction.atomic():
            _do(contract, verb, which, today, cast, n)
            if breaks:
                raise PulledOut
    except (Refused, PulledOut):
        return False
    return True


def _do(contract, verb, which, today, cast, n):
    by, terms = {"by": cast.lena}, list(contract.terms.all())
    lines = list(contract.line().order_by("pk"))
    line, term = lines[which % len(lines)], terms[which % len(terms)] if terms else None
    anew = {"text": f"agreed {n}", "reason": "x"}
    if verb == "sign":
        contract.sign(**by, contact=cast.clara, how="paper")
    elif verb.startswith("send"):
        contract.send(**by, valid_from=today + timedelta(days=4) if verb == "send later" else None)
    elif verb in OF_THE_CONTRACT:
        getattr(contract, verb)(**by, reason="x")
    elif verb == "dearer":
        contract.amend(**by, amount=contract.amount + 1)
    elif verb == "note_question":
        line.ask(**by, words="?", contact=cast.clara, how="call")
    elif verb == "agree anew":
        line.renegotiate(**by, agreed_by=cast.clara, how="call", **anew)
    elif verb == "propose":
        line.renegotiate(**by, **anew)
    elif verb == "confirm":
        line.confirm(**by, contact=cast.clara, how="call")
    elif verb == "withdraw":
        line.withdraw(**by, reason="x")
    elif term is None:
        return
    elif verb == "reword":
        contract.change_term(**by, term=term, **(term.values | {"text": f"written {n}"}))
    elif verb == "strike":
        contract.strike_term(**by, term=term)


def _nothing_signed_is_lost(contract, signed):
    """Each edition that was ever signed reads as it did, with its signature."""
    for edition in contract.editions.exclude(signed_name=""):
        told = edition.seen, edition.signed_name, edition.settled_at, [one.pk for one in edition.all_entries]
        assert signed.setdefault(edition.pk, told) == told
    assert set(signed) <= {one.pk for one in contract.editions.all()}


def _one_wording_holds(contract, client, day):
    agreed = [line_of(one.entry) for one in valid_on(client, day) if one.state == "confirmed"]
    assert len(agreed) == len(set(agreed)), "two wordings of a line hold at once"
    if contract.state == "void":
        assert not agreed
    if contract.state == "ended":
        outlast = EditionLine.objects.filter(edition__contract=contract, outlasts=True).select_related("entry")
        assert set(agreed) <= {line_of(one.entry) for one in outlast}
    if contract.state in ("void", "ended") or contract.in_force is None:
        return
    for line in contract.in_force.lines.select_related("entry"):
        if day >= line.entry.valid_from and line_of(line.entry) not in agreed:
            _was_taken_away_by_hand(line.entry)


def _was_taken_away_by_hand(entry):
    """By a question, or withdrawn: nothing else ends a line of what is in force."""
    states = set(Clause.objects.of_line(entry).exclude(confirmed_at=None).values_list("state", flat=True))
    assert states & {"questioned", "withdrawn"}
