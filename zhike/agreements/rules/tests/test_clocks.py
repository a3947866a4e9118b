"""A confirmed response time governs the clocks of both sides; an amendment touches only clocks that start later."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from zhike.agreements.models import Promise
from zhike.agreements.rules.clocks import THEIR_ANSWER
from zhike.agreements.rules.models import ClauseClock
from zhike.agreements.rules.tests.conftest import SHANGHAI, TUESDAY
from zhike.agreements.workflows import read_back
from zhike.core.clock.models import Deadline
from zhike.core.lifecycle.errors import Forbidden, WrongState
from zhike.core.pages.owed import Scope, owed
from zhike.core.resources.reader import Reader
from zhike.core.timeline.delivery import deliver
from zhike.core.timeline.moment import at
from zhike.domains.conversations.acknowledging import answer_expected
from zhike.domains.conversations.answering import keep_clocks
from zhike.domains.conversations.workflows import log


def wrote(cast, moment=TUESDAY, **more):
    """Clara's message that waits for us; with `direction` ours that waits for her."""
    words = {"kind": "mail", "direction": "in", "state": "waiting", "text": "When?", "contacts": [cast.clara]}
    with at(moment):
        said = log(by=cast.lena, client=cast.qingchuan, happened_at=moment, **words | more)
    deliver()
    return said


def asked(cast, moment=TUESDAY):
    return wrote(cast, moment, direction="out", state="asked")


def due(said):
    return Deadline.objects.of(said).latest("pk").due_at.astimezone(SHANGHAI)


class TestOurAnswer:
    def test_the_clause_counts_before_the_companys_hours(self, three_days, cast):
        said = wrote(cast)
        assert due(said) == datetime(2026, 11, 20, 18, tzinfo=SHANGHAI)
        assert Deadline.objects.of(said).get().ruled.clause == three_days
        assert answer_expected(cast.qingchuan, TUESDAY) == due(said)

    def test_working_hours_count_as_hours_and_days_to_their_midnight(self, agree, cast):
        agree("response", quantity=4, unit="working_hours")
        assert due(wrote(cast)) == datetime(2026, 11, 17, 15, tzinfo=SHANGHAI)

    def test_days_end_with_the_last_one(self, agree, cast):
        agree("response", quantity=2, unit="days")
        assert due(wrote(cast)) == datetime(2026, 11, 20, 0, tzinfo=SHANGHAI)

    def test_of_two_the_stricter_counts(self, three_days, agree, cast):
        agree("response", quantity=1, unit="working_days", subject="Outages")
        assert due(wrote(cast)) == datetime(2026, 11, 18, 18, tzinfo=SHANGHAI)

    def test_what_they_owe_is_not_what_we_owe(self, agree, cast):
        agree("response", quantity=9, unit="working_days", side="them")
        assert Deadline.objects.of(wrote(cast)).get().allowed == timedelta(hours=8)


def test_from_three_to_five_days_touches_only_clocks_that_start_later(three_days, cast):
    before, since = wrote(cast), date(2026, 11, 23)
    with at(datetime(2026, 11, 18, 9, tzinfo=SHANGHAI)):
        three_days.renegotiate(by=cast.lena, quantity=5, reason="A colleague is ill", valid_from=since)
    proposed = wrote(cast, datetime(2026, 11, 18, 10, tzinfo=SHANGHAI))
    with at(datetime(2026, 11, 19, 9, tzinfo=SHANGHAI)):
        three_days.successors.get().confirm(by=cast.lena, contact=cast.clara, how="mail")
    deliver()
    between = wrote(cast, datetime(2026, 11, 20, 10, tzinfo=SHANGHAI))
    after = wrote(cast, datetime(2026, 11, 23, 10, tzinfo=SHANGHAI))
    keep_clocks([before.pk, proposed.pk, between.pk, after.pk])
    assert [due(one).day for one in (before, proposed, between, after)] == [20, 23, 25, 30]


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_no_amendment_moves_a_running_clock(three_days, cast, data):
    steps = st.lists(st.tuples(st.integers(1, 9), st.integers(-20, 20)), min_size=1, max_size=3)
    said = wrote(cast)
    was = due(said)
    for quantity, days in data.draw(steps):
        three_days.refresh_from_db()
        newest = type(three_days).objects.open().filter(aspect="response").latest("pk")
        valid = TUESDAY.date() + timedelta(days=days)
        newest.renegotiate(
            by=cast.lena, quantity=quantity, reason="x", valid_from=valid, agreed_by=cast.clara, how="call"
        )
        deliver()
        keep_clocks([said.pk])
        assert due(said) == was and Deadline.objects.of(said).count() == 1


class TestTheirAnswer:
    @pytest.fixture
    def their_days(self, agree):
        return agree("response", side="them", quantity=2, unit="working_days")

    def test_a_message_of_ours_that_waits_starts_it_in_their_country(self, their_days, cast):
        cast.qingchuan.amend(by=cast.lena, country="GB")
        before_the_bank_holiday = datetime(2026, 5, 22, 10, tzinfo=SHANGHAI)  # a Friday; the 25th is off
        assert due(asked(cast, before_the_bank_holiday)).date() == date(2026, 5, 27)

    def test_ours_counts_by_our_own_holidays(self, their_days, cast):
        before_the_holiday = datetime(2026, 9, 30, 10, tzinfo=SHANGHAI)  # 国庆 until the 7th
        assert due(asked(cast, before_the_holiday)).date() == date(2026, 10, 9)

    def test_their_answer_meets_it(self, their_days, cast):
        said = asked(cast)
        answered = TUESDAY + timedelta(hours=5)
        wrote(cast, answered, state="done")
        said.refresh_from_db()
        clock = Deadline.objects.of(said).get()
        assert (said.state, clock.name, clock.met_at) == ("answered", THEIR_ANSWER, answered)

    def test_it_stands_among_what_they_owe(self, their_days, cast):
        said = asked(cast)
        (owed_one,) = [one for one in owed(Reader(cast.lena), Scope(client=cast.qingchuan)) if one.kind == "asked"]
        assert (owed_one.reference, owed_one.side, owed_one.day) == (said.reference, "them", date(2026, 11, 19))

    def test_where_nothing_was_agreed_no_clock_runs(self, cast):
        assert not Deadline.objects.of(asked(cast)).exists()

    def test_only_what_we_said_waits_for_them(self, their_days, cast):
        said = wrote(cast, state="done", direction="out")
        with pytest.raises(Forbidden):
            said.await_answer(by=cast.rita)
        said.await_answer(by=cast.lena)
        deliver()
        assert Deadline.objects.of(said).open().exists()
        said.dismiss(by=cast.lena)
        deliver()
        assert not Deadline.objects.of(said).open().exists()
        with pytest.raises(WrongState):
            wrote(cast, state="done").await_answer(by=cast.lena)

    def test_a_read_back_runs_until_each_thing_is_answered(self, their_days, cast):
        two = [Promise.objects.add(by=cast.lena, client=cast.qingchuan, text=text) for text in ("One", "Two")]
        readback, _address = read_back(two, by=cast.lena, contact=cast.clara, title="What we said")
        deliver()
        two[0].confirm(by=cast.lena, contact=cast.clara, how="call")
        deliver()
        assert ClauseClock.objects.get(deadline__in=Deadline.objects.of(readback).open()).clause == their_days
        two[1].ask(by=cast.lena, contact=cast.clara, how="call", words="Which one?")
        deliver()
        assert Deadline.objects.of(readback).get().met_at


def test_the_composer_says_that_a_message_waits_by_its_direction(cast, client):
    client.force_login(cast.lena)
    words = {"client": cast.qingchuan.pk, "kind": "mail", "text": "x", "needs_answer": "on", "next": "/"}
    client.post("/conversations/new/", words | {"direction": "out"})
    client.post("/conversations/new/", words | {"direction": "out", "kind": "note"})
    states = cast.qingchuan.conversations.order_by("pk").values_list("state", flat=True)
    assert list(states) == ["asked", "done"]
