"""Confirmed clauses become rules for both sides; what no machine can keep says why."""

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhike.agreements.forms import ClauseForm
from zhike.agreements.models import Entry
from zhike.agreements.rules.compiling import compiled
from zhike.agreements.rules.in_force import rules_of
from zhike.agreements.rules.quiet import Quiet, quiet_until
from zhike.agreements.rules.span import Span
from zhike.agreements.rules.tests.conftest import SHANGHAI
from zhike.agreements.rules.wording import in_a_sentence

DAY = date(2026, 11, 17)
NIGHT = {"hours_from": time(21), "hours_until": time(8)}


@pytest.mark.parametrize(
    ("aspect", "values", "sentence"),
    [
        ("response", {"quantity": 3, "unit": "working_days"}, "We answer within 3 working days."),
        ("response", {"quantity": Decimal("2.5"), "unit": "working_hours", "side": "them"},
         "They answer within 2.5 working hours."),
        ("revisions", {"quantity": 1, "unit": "rounds", "subject": "Prototype"},
         "1 round of revision is included for: Prototype."),
        ("quiet", NIGHT | {"weekdays": ["fri"]}, "From 21:00 to 08:00 on Fri we leave them in peace."),
        ("rule", {"channels": ["mail", "wechat"], "side": "them"}, "They reach us by: E-mail, WeChat."),
    ],
)  # fmt: skip
def test_each_kind_of_clause_says_what_a_machine_keeps(agree, cast, aspect, values, sentence):
    agree(aspect, **values)
    (rule,) = rules_of(cast.qingchuan, DAY).all
    assert rule.made and in_a_sentence(rule) == sentence


@pytest.mark.parametrize(
    ("aspect", "values", "why"),
    [
        ("response", {}, "It says no time"),
        ("response", {"quantity": 2, "unit": "rounds"}, "neither days nor working hours"),
        ("response", {"quantity": Decimal("1.5"), "unit": "working_days"}, "parts of days"),
        ("revisions", {"quantity": 3, "unit": "days"}, "does not count rounds"),
        ("quiet", {}, "no hours"),
        ("quiet", {"hours_from": time(8), "hours_until": time(8)}, "for ever"),
        ("rule", {}, "no machine can"),
    ],
)
def test_what_cannot_be_compiled_says_why_on_its_page(agree, cast, client, aspect, values, why):
    clause = agree(aspect, **values)
    rules = rules_of(cast.qingchuan, DAY)
    assert rules.uncompiled == rules.all
    client.force_login(cast.lena)
    assert why in client.get(f"/clauses/{clause.reference}/").text


def test_only_what_was_confirmed_and_holds_on_the_day_is_a_rule(agree, cast):
    agree("response", quantity=1, unit="days", contact_agreed=None, how="")
    agree("response", quantity=2, unit="days", valid_until=DAY - timedelta(days=1))
    agree("response", quantity=3, unit="days", valid_from=DAY + timedelta(days=1))
    agree("fee", quantity=1, unit="pieces")
    asked = agree("response", quantity=4, unit="days")
    asked.ask(by=cast.lena, words="?", contact=cast.clara, how="call")
    assert rules_of(cast.qingchuan, DAY).all == ()
    assert [one.made.quantity for one in rules_of(cast.qingchuan, DAY + timedelta(days=1)).all] == [3]
    assert rules_of(cast.tramlight, DAY).all == ()


def test_what_is_replaced_later_holds_until_then(three_days, cast):
    later = DAY + timedelta(days=10)
    three_days.renegotiate(
        by=cast.lena, quantity=5, reason="Holidays", valid_from=later, agreed_by=cast.clara, how="call"
    )
    days = [rules_of(cast.qingchuan, day).of(Span)[0][1].days for day in (DAY, later - timedelta(days=1), later)]
    assert days == [3, 3, 5]


def test_hours_and_channels_are_sealed_with_the_words(agree):
    clause = agree("quiet", **NIGHT)
    seals = clause.acts.get(verb="proposed").seals
    assert {"entry.hours_from", "entry.weekdays", "entry.channels"} <= seals.keys()
    with pytest.raises(Exception, match="never change"):
        Entry.objects.filter(pk=clause.pk).update(hours_from=time(22))


def test_quiet_hours_need_both_ends(cast):
    said = {"client": cast.qingchuan.pk, "aspect": "quiet", "text": "At night", "hours_from": "21:00"}
    assert set(ClauseForm(said, by=cast.lena).errors) == {"hours_until"}
    whole = ClauseForm(said | {"hours_until": "08:00", "weekdays": ["sat", "sun"]}, by=cast.lena)
    assert whole.is_valid() and compiled(whole.save(by=cast.lena)).made == Quiet(time(21), time(8), ("sat", "sun"))


def test_a_quiet_weekend_ends_on_monday_after_the_night():
    hours = [Quiet(time(21), time(8)), Quiet(time(0), time(0), ("sat", "sun"))]
    friday = datetime(2026, 11, 20, 22, tzinfo=SHANGHAI)
    assert quiet_until(hours, "Asia/Shanghai", friday) == datetime(2026, 11, 23, 8, tzinfo=SHANGHAI)
    assert quiet_until(hours, "Asia/Shanghai", friday.replace(hour=12)) is None


TIMES = st.times().map(lambda one: one.replace(second=0, microsecond=0, tzinfo=None))
DAYS = st.lists(st.sampled_from(("mon", "tue", "wed", "thu", "fri", "sat", "sun")), unique=True).map(tuple)
QUIETS = st.lists(st.builds(Quiet, TIMES, TIMES, DAYS), max_size=4)
MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31), timezones=st.just(SHANGHAI))


@settings(max_examples=40)
@given(QUIETS, MOMENTS, st.floats(0, 0.99))
def test_one_may_write_when_quiet_hours_end_and_not_before(hours, moment, part):
    end = quiet_until(hours, "Asia/Shanghai", moment)
    if end is not None:
        assert end > moment and quiet_until(hours, "Asia/Shanghai", end) is None
        assert quiet_until(hours, "Asia/Shanghai", moment + part * (end - moment)) == end


@given(st.integers(0, 2 * 24 * 60), TIMES, st.sampled_from(((2026, 3, 28), (2026, 10, 24))))
def test_no_change_of_the_clock_ends_them_early(minutes, until, day):
    """The nights in which London's clock skips an hour, and has one twice."""
    moment = datetime(*day, tzinfo=UTC) + timedelta(minutes=minutes)
    end = quiet_until([Quiet(time(21), until)], "Europe/London", moment)
    assert end is None or (end > moment and quiet_until([Quiet(time(21), until)], "Europe/London", end) is None)
