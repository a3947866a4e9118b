"""Whatever happens on whatever day: never price or scope, never before the day, never against an answer."""

from datetime import timedelta

from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from zhike.agreements.choices import ClauseKind
from zhike.agreements.models import Clause, Promise
from zhike.agreements.silence.client_days import ClientDays
from zhike.agreements.silence.ending import sweep
from zhike.agreements.silence.models import SilenceRule, Wait
from zhike.agreements.silence.tests.conftest import ASKED, deliver_letters, morning
from zhike.agreements.workflows import read_back
from zhike.core.timeline.moment import at

PRICE_OR_SCOPE = st.sampled_from(
    [("我们再优惠5%", ""), ("Two more revision rounds", ""), ("三张海报", "deliverable"), ("按月结", "fee")]
)
PLAIN = st.sampled_from([("周五给您初稿", ""), ("The draft on Friday", ""), ("三天内答复", "response")])
DAY = st.tuples(st.integers(0, 4), st.sampled_from(["sweep", "sweep twice", "deliver", "ask", "take back", "end rule"]))


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(said=st.one_of(PRICE_OR_SCOPE, PLAIN), days=st.lists(DAY, max_size=8), length=st.integers(2, 8))
def test_never_price_or_scope_never_early_never_against_an_answer(cast, said, days, length):
    cast.clara.amend(by=cast.lena, emails=["clara@qingchuan.example"])
    text, aspect = said
    model, more = (Clause, {"aspect": aspect}) if aspect in ClauseKind.values else (Promise, {})
    rule = SilenceRule.objects.add(
        by=cast.lena,
        client=cast.qingchuan,
        outcome="accepted",
        days=length,
        first_reminder=1,
        promises=True,
        terms=True,
    )
    rule.agree(by=cast.lena, contact=cast.clara, how="paper")
    with at(ASKED):
        entry = model.objects.add(by=cast.lena, client=cast.qingchuan, text=text, contact=cast.clara, **more)
        read_back([entry], by=cast.lena, contact=cast.clara, title="周会", send=True)
    wait, day, answered = Wait.objects.latest("pk"), ASKED.date(), False
    first = ClientDays(cast.qingchuan, day).after(day, length)
    for passed, what in days:
        day += timedelta(days=passed)
        answered |= _happens(what, entry, rule, day, cast)
        entry.refresh_from_db()
        silent = entry.acts.filter(how="silence").exists()
        assert not (silent and said in (("我们再优惠5%", ""), ("Two more revision rounds", "")))
        assert not (silent and aspect in ("fee", "deliverable"))
        assert not (silent and day <= first)
        assert not (silent and answered), "an answer before it stops it"
        answered = answered and not silent
    wait.refresh_from_db()
    assert entry.acts.filter(how="silence").count() == (wait.state == "accepted")
    rule.refresh_from_db()
    if rule.state == "in_force":
        rule.end(by=cast.lena)


def _happens(what, entry, rule, day, cast):
    """Whether it was an answer."""
    entry.refresh_from_db()
    if what == "ask" and entry.state == "proposed":
        entry.ask(by=cast.lena, words="?", contact=cast.clara, how="call")
        return True
    if what == "take back" and entry.state == "questioned":
        entry.confirm(by=cast.lena, contact=cast.clara, how="call")
        return True
    if what == "deliver":
        deliver_letters()
    if what == "end rule" and rule.state == "in_force":
        rule.end(by=cast.lena)
    for _again in range(what.startswith("sweep") + what.endswith("twice")):
        deliver_letters()
        sweep(morning(day))
    return False


@given(day=st.dates(min_value=timezone.datetime(2024, 1, 1).date(), max_value=timezone.datetime(2026, 11, 1).date()),
       parts=st.lists(st.integers(1, 9), min_size=1, max_size=3))  # fmt: skip
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_days_add_up_and_end_on_a_day_when_they_work(cast, day, parts):
    days, end = ClientDays(cast.qingchuan, day), day
    for part in parts:
        end = days.after(end, part)
    assert end == days.after(day, sum(parts)) and days.works(end)
