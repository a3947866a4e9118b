"""What did we agree on a day: as known then, and as valid then. The oracle replays the history in plain Python."""

from datetime import date, datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from zhike.agreements.as_of import compared, end_of, known_on, valid_on
from zhike.agreements.models import Clause, Entry
from zhike.core.lifecycle.errors import WrongState
from zhike.core.timeline.moment import at

START = date(2026, 4, 27)


def noon(day: date) -> datetime:
    return end_of(day) - timedelta(hours=12)


def texts(standings):
    return [one.entry.text for one in standings]


def test_recorded_later_it_is_valid_but_was_not_known(cast):
    """They answer within 3 days from 12 March; on 6 May we write down that it has been 5 since 30 April."""
    with at(noon(date(2026, 3, 12))):
        three = Clause.objects.add(
            by=cast.lena, client=cast.qingchuan, aspect="response", side="them", text="within 3 working days",
            quantity=3, unit="working_days", contact_agreed=cast.clara, how="paper",
        )  # fmt: skip
    with at(noon(date(2026, 5, 6))):
        three.renegotiate(
            by=cast.lena, text="within 5 working days", quantity=5, reason="五一", valid_from=date(2026, 4, 30),
            agreed_by=cast.clara, how="call",
        )  # fmt: skip
    asked = date(2026, 5, 3)
    known, valid = known_on(cast.qingchuan, asked), valid_on(cast.qingchuan, asked)
    assert texts(known) == ["within 3 working days"] and texts(valid) == ["within 5 working days"]
    (pair,) = compared(known, valid)
    assert (pair.change, pair.before.entry, pair.after.said.contact) == ("changed", three, cast.clara)
    assert texts(known_on(cast.qingchuan, date(2026, 5, 6))) == ["within 5 working days"]


def test_what_is_proposed_stands_beside_what_it_may_replace(clause, cast):
    clause.renegotiate(by=cast.lena, text="within 5 days", reason="x")
    today = valid_on(cast.qingchuan, clause.successors.get().valid_from)
    assert sorted(texts(today)) == ["They answer drafts within 3 days", "within 5 days"]
    (pair,) = compared(today, today)
    assert pair.entry == clause


def test_what_ends_is_no_longer_there(cast):
    with at(noon(START)):
        term = Clause.objects.add(
            by=cast.lena, client=cast.qingchuan, aspect="term", text="x", valid_until=START + timedelta(days=3)
        )
    assert texts(valid_on(cast.qingchuan, START + timedelta(days=3))) == [term.text]
    assert valid_on(cast.qingchuan, START + timedelta(days=4)) == []


def test_others_clients_agreements_are_not_there(clause, cast):
    assert valid_on(cast.tramlight, date.today()) == []


# What a random history does, day after day: (days later, which of the open entries, step, valid how many days before).
DEEDS = st.lists(
    st.tuples(
        st.integers(0, 3),
        st.integers(0, 5),
        st.sampled_from(["add", "add_agreed", "confirm", "change", "change_agreed", "ask", "waive", "withdraw"]),
        st.integers(0, 6),
    ),
    min_size=1,
    max_size=14,
)
OPEN = ("proposed", "questioned", "confirmed")


class Oracle:
    """Each entry with its steps as (state, holds from, written down): what stood is read off by walking them all."""

    def __init__(self):
        self.entries, self.before = {}, {}

    def put(self, pk, since, *steps, follows=None):
        self.entries.setdefault(pk, (since, []))[1].extend(steps)
        self.before.setdefault(pk, follows)

    def replace(self, pk, since, today):
        """What is replaced is over, and so is what it should have replaced, while that is open. What was agreed and
        over only from a later day on is over from this one.
        """
        while pk:
            begun, steps = self.entries[pk]
            state, holds, _written = steps[-1]
            was_agreed = any(told == "confirmed" for told, _holds, _written in steps)
            if state in OPEN or (was_agreed and holds > since):
                self.put(pk, None, ("superseded" if state in OPEN else state, max(begun, since), today))
            pk = self.before[pk]

    def is_taken(self, entry, deed):
        """Whether something before it in its thread was replaced, which alone is a reason to refuse."""
        pk, line = entry.pk, []
        while pk := self.before[pk]:
            line.append(self.entries[pk][1][-1][0])
        return "superseded" in line

    def standing(self, day, known):
        found = {}
        for pk, (since, steps) in self.entries.items():
            told = [state for state, holds, written in steps if holds <= day and written <= known]
            if told and since <= day and told[-1] in OPEN:
                found[pk] = told[-1]
        return found


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(deeds=DEEDS, asked=st.lists(st.tuples(st.integers(-8, 20), st.integers(0, 20)), min_size=3, max_size=3))
def test_it_agrees_with_replaying_the_history(cast, deeds, asked):
    client = type(cast.qingchuan).objects.add(by=cast.lena, name="Oracle")
    oracle, today = Oracle(), START
    for later, which, deed, back in deeds:
        today += timedelta(days=later)
        with at(noon(today)):
            _do(cast, client, oracle, deed, which, today, today - timedelta(days=back))
    for valid, known in asked:
        day, by = START + timedelta(days=valid), START + timedelta(days=known)
        found = {one.entry.pk: one.state for one in _as_of(client, day, by)}
        assert found == oracle.standing(day, by)


def _as_of(client, day, known):
    from zhike.agreements.as_of import as_of

    return as_of(client, day, end_of(known))


def _do(cast, client, oracle, deed, which, today, since):
    agreed = {"contact_agreed": cast.clara, "how": "call"}
    steps = [("proposed", since, today), ("confirmed", since, today)]
    if deed.startswith("add"):
        told = agreed if deed == "add_agreed" else {}
        made = Clause.objects.add(by=cast.lena, client=client, aspect="term", text="x", valid_from=since, **told)
        oracle.put(made.pk, since, *steps[: 1 + bool(told)])
        return
    standing = list(Entry.objects.open().filter(client=client).order_by("pk"))
    if not standing:
        return
    entry = standing[which % len(standing)]
    was = entry.state_on
    try:
        if deed == "change_agreed":
            entry.renegotiate(by=cast.lena, text="y", reason="r", valid_from=since, agreed_by=cast.clara, how="call")
            oracle.put(entry.successors.latest("pk").pk, since, *steps, follows=entry.pk)
            oracle.replace(entry.pk, since, today)
        elif deed == "change":
            entry.renegotiate(by=cast.lena, text="y", reason="r", valid_from=since)
            oracle.put(entry.successors.latest("pk").pk, since, steps[0], follows=entry.pk)
        elif deed == "confirm" and entry.state != "confirmed":
            entry.confirm(by=cast.lena, contact=cast.clara, how="call")
            oracle.put(entry.pk, None, ("confirmed", was, today))
            oracle.replace(entry.supersedes_id, entry.valid_from, today)
        elif deed == "ask" and entry.state != "questioned":
            entry.ask(by=cast.lena, words="?")
            oracle.put(entry.pk, None, ("questioned", was, today))
        elif deed in ("waive", "withdraw"):
            getattr(entry, deed)(by=cast.lena, reason="r", on=since)
            state = "waived" if deed == "waive" else "withdrawn"
            oracle.put(entry.pk, None, (state, max(was, min(since, today)), today))
    except WrongState:
        assert oracle.is_taken(entry, deed)
