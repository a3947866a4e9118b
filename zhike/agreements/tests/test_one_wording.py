"""Of one line one wording holds on a day, whatever was written down late and reaches back over others.

The oracle is a calendar of each line, painted day by day: whoever agrees to words paints over all days from theirs on.
What was kept or broken was so: nothing takes its place on the days before it was settled.
"""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from zhike.agreements.as_of import as_of, end_of
from zhike.agreements.models import Clause, Decision, Entry, Promise
from zhike.core.lifecycle.errors import WrongState
from zhike.core.timeline.moment import at

START = date(2026, 4, 27)
FIRST, LAST = START - timedelta(days=12), START + timedelta(days=50)
ALL = [FIRST + timedelta(days=n) for n in range((LAST - FIRST).days)]
STEPS = (
    "clause", "promise", "decision", "propose", "agree anew", "agree anew", "confirm", "confirm", "ask", "correct",
    "waive", "withdraw", "keep", "breach", "reopen",
)  # fmt: skip
# (days later, which of the entries that are not replaced, step, how many days it reaches back)
DEED = st.tuples(st.integers(0, 3), st.integers(0, 7), st.sampled_from(STEPS), st.integers(0, 9))


def noon(day: date) -> datetime:
    return end_of(day) - timedelta(hours=12)


class Painted:
    """What is painted of each line on each day, and how it looked each evening."""

    def __init__(self):
        self.lines, self.evenings, self.settled = {}, [], {}

    def agree(self, entry, since):
        since = max(since, self.settled_before(entry))
        for day in ALL:
            if day >= since:
                self.lines.setdefault(entry.thread or entry.pk, {})[day] = entry.pk

    def end(self, entry):
        days = self.lines.get(entry.thread or entry.pk, {})
        for day in ALL:
            if day >= entry.state_on and days.get(day) == entry.pk:
                days[day] = None
        if entry.state in ("kept", "broken") and entry.confirmed_at:
            self.settled[entry.pk] = entry.state_on

    def settled_before(self, entry):
        days = [FIRST]
        while entry := entry.supersedes:
            days.append(self.settled.get(entry.pk, FIRST))
        return max(days)

    def evening(self, today):
        self.evenings.append((today, {line: dict(days) for line, days in self.lines.items()}))

    def on(self, day, known):
        told = [lines for evening, lines in self.evenings if evening <= known]
        return {days[day] for days in told[-1].values() if days.get(day)} if told else set()


@settings(
    max_examples=40, deadline=None, phases=[Phase.generate], suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(deeds=st.lists(DEED, min_size=3, max_size=16), known=st.integers(0, 45))
def test_one_wording_of_a_line_holds_on_a_day(cast, deeds, known):
    client = type(cast.qingchuan).objects.add(by=cast.lena, name="Painted", country="CN")
    painted, today = Painted(), START
    for later, which, step, back in deeds:
        today += timedelta(days=later)
        with at(noon(today)):
            _do(cast, client, painted, step, which, today, today - timedelta(days=back))
        painted.evening(today)
    for evening in (START + timedelta(days=known), LAST):
        for day in ALL[::3]:
            agreed = [one.entry.pk for one in as_of(client, day, end_of(evening)) if one.said]
            assert sorted(agreed) == sorted(painted.on(day, evening)), (day, evening)


def _do(cast, client, painted, step, which, today, since):
    agreed = {"contact_agreed": cast.clara, "how": "call"}
    made = {"by": cast.lena, "client": client, "text": "x", "valid_from": since, "side": "them"}
    kinds = {"clause": Clause, "promise": Promise, "decision": Decision}
    if step in kinds:
        more = {"clause": {"aspect": "term"}, "decision": {"question": "?"}}.get(step, {})
        painted.agree(kinds[step].objects.add(**made, **more, **agreed), since)
        return
    standing = list(Entry.objects.filter(client=client).exclude(state="superseded").order_by("pk"))
    if not standing:
        return
    entry = standing[which % len(standing)]
    words = {"by": cast.lena, "text": "y", "reason": "r", "valid_from": since}
    try:
        if step == "propose":
            entry.renegotiate(**words)
        elif step == "agree anew":
            entry.renegotiate(**words, agreed_by=cast.clara, how="call")
            painted.agree(entry.successors.latest("pk"), since)
        elif step == "confirm":
            entry.confirm(by=cast.lena, contact=cast.clara, how="call")
            painted.agree(entry, entry.valid_from)
        elif step == "ask":
            entry.ask(by=cast.lena, words="?")
        elif step == "correct":
            entry.ask(by=cast.lena, words="z", contact=cast.clara, how="call", corrects=True)
            entry.accept_correction(by=cast.lena, valid_from=since)
            painted.agree(entry.successors.latest("pk"), since)
        elif step == "reopen" and hasattr(entry, "reopen"):
            since = entry.state_on
            entry.reopen(by=cast.lena, reason="r")
            if painted.settled.pop(entry.pk, None) or (entry.state == "confirmed"):
                painted.agree(entry, since)
        elif step in ("waive", "withdraw", "breach") and hasattr(entry, step):
            getattr(entry, step)(by=cast.lena, reason="r", on=since)
            painted.end(entry)
        elif step == "keep" and hasattr(entry, "keep"):
            entry.keep(by=cast.lena, on=since)
            painted.end(entry)
    except WrongState:
        return


MARCH = date(2026, 3, 2)


def _agreed(cast, day, **more):
    with at(noon(day)):
        return Promise.objects.add(
            by=cast.lena, client=cast.qingchuan, side="them", text="one", contact_agreed=cast.clara, how="call", **more
        )  # fmt: skip


def _texts(cast, day):
    return [one.entry.text for one in as_of(cast.qingchuan, day) if one.said]


@pytest.fixture
def two(cast):
    """Words agreed on 2 March, with two others proposed in their place, from that day and from ten days later."""
    first = _agreed(cast, MARCH)
    with at(noon(MARCH + timedelta(days=1))):
        first.renegotiate(by=cast.lena, text="two", reason="r", valid_from=MARCH)
        first.renegotiate(by=cast.lena, text="three", reason="r", valid_from=MARCH + timedelta(days=10))
    return first, *first.successors.order_by("pk")


def confirm(entry, cast):
    entry.confirm(by=cast.lena, contact=cast.clara, how="call")


def test_the_third_wording_reaches_back_over_the_second_into_the_first(cast):
    first = _agreed(cast, MARCH)
    for text, day in (("two", 20), ("three", 10)):
        with at(noon(MARCH + timedelta(days=25))):
            last = Entry.objects.latest("pk")
            since = MARCH + timedelta(days=day)
            last.renegotiate(by=cast.lena, text=text, reason="r", valid_from=since, agreed_by=cast.clara, how="call")
    first.refresh_from_db()
    assert (first.state, first.state_on) == ("superseded", MARCH + timedelta(days=10))
    told = {day: _texts(cast, MARCH + timedelta(days=day)) for day in (9, 10, 20, 30)}
    assert told == {9: ["one"], 10: ["three"], 20: ["three"], 30: ["three"]}
    assert [one.entry.text for one in as_of(cast.qingchuan, MARCH + timedelta(days=12), end_of(MARCH))] == ["one"]


def test_what_was_opened_again_meanwhile_is_replaced_from_before_that(cast):
    first = _agreed(cast, MARCH)
    with at(noon(MARCH + timedelta(days=20))):
        first.keep(by=cast.lena)
        first.reopen(by=cast.lena, reason="not all of it")
        first.renegotiate(
            by=cast.lena, text="two", reason="r", valid_from=MARCH + timedelta(days=5), agreed_by=cast.clara, how="call"
        )  # fmt: skip
    assert _texts(cast, MARCH + timedelta(days=6)) == ["two"]


def test_what_was_kept_was_so_until_then(cast, two):
    first, second, _third = two
    with at(noon(MARCH + timedelta(days=5))):
        first.keep(by=cast.lena)
        confirm(second, cast)
    first.refresh_from_db()
    assert (first.state, first.state_on, first.superseded_by) == ("kept", MARCH + timedelta(days=5), second)
    assert [_texts(cast, MARCH + timedelta(days=day)) for day in (4, 5)] == [["one"], ["two"]]


def test_what_was_withdrawn_leaves_its_days_to_what_is_agreed_for_them(cast, two):
    first, second, _third = two
    with at(noon(MARCH + timedelta(days=5))):
        first.withdraw(by=cast.lena, reason="r")
        confirm(second, cast)
    assert [_texts(cast, MARCH + timedelta(days=day)) for day in (0, 4, 5)] == [["two"]] * 3


@pytest.mark.parametrize("step", [{"keep": {}}, {"withdraw": {"reason": "r"}}])
def test_one_of_two_takes_the_place_of_what_is_settled(cast, two, step):
    first, second, third = two
    ((name, told),) = step.items()
    getattr(first, name)(by=cast.lena, **told)
    confirm(second, cast)
    with pytest.raises(WrongState):
        confirm(third, cast)
    assert Entry.objects.get(pk=third.pk).state == "proposed"


def test_what_was_replaced_after_it_was_kept_is_not_opened_again(cast, two):
    first, second, _third = two
    first.keep(by=cast.lena)
    confirm(second, cast)
    first.refresh_from_db()
    with pytest.raises(WrongState):
        first.reopen(by=cast.lena, reason="r")


def test_their_words_may_have_held_since_a_day_before(cast):
    first = _agreed(cast, MARCH)
    with at(noon(MARCH + timedelta(days=8))):
        first.ask(by=cast.lena, words="theirs", contact=cast.clara, how="call", corrects=True)
        first.accept_correction(by=cast.lena, valid_from=MARCH)
    assert _texts(cast, MARCH) == ["theirs"]


def test_what_ended_long_ago_is_renegotiated_without_an_end(cast):
    term = Clause.objects.add(
        by=cast.lena, client=cast.qingchuan, aspect="term", text="one", valid_from=MARCH, valid_until=MARCH
    )
    term.renegotiate(by=cast.lena, text="two", reason="r")
    assert term.successors.get().valid_until is None
