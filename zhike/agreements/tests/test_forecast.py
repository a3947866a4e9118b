"""How likely a promise is kept: from history, split by time, against the person's rate alone."""

import re
from datetime import date, timedelta
from random import Random

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from zhike.agreements.forecast import ENOUGH, Case, History, back_test
from zhike.agreements.foreseeing import early_notice, notice_url, warn
from zhike.agreements.models import Promise
from zhike.core.notify.models import Notification
from zhike.core.timeline.delivery import deliver_all
from zhike.core.timeline.models import Event
from zhike.surfaces.api.tests.conftest import program_of

START = date(2026, 1, 1)


def case(n=0, kept=None, owner=1, client=1, lead=5, rounds=0):
    return Case(owner, client, "us", lead, rounds, START + timedelta(days=n), kept)


def history(seed, count=600):
    """Whoever promises, what is promised for tomorrow or was put off twice is seldom kept by its day."""
    dice, found = Random(seed), []
    for n in range(count):
        lead, rounds, client = dice.choice((1, 5, 12, 40)), dice.choice((0, 0, 0, 1, 2)), dice.randint(1, 12)
        likely = 0.9 - 0.35 * (lead == 1) - 0.25 * rounds - 0.2 * (client > 10)
        found.append(case(n, dice.random() < likely, dice.randint(1, 6), client, lead, rounds))
    return found


@pytest.mark.parametrize("seed", range(5))
def test_it_beats_the_persons_own_rate_where_there_is_a_signal(seed):
    found = back_test(history(seed))
    assert found.cases > 250 and found.ours < found.person - 0.01, found


def test_where_there_is_only_chance_it_is_hardly_worse():
    dice = Random(3)
    told = [case(n, dice.random() < 0.8, dice.randint(1, 6), dice.randint(1, 12)) for n in range(600)]
    found = back_test(told)
    assert found.ours < found.person + 0.005, found


def test_with_fewer_than_ten_cases_nothing_is_said():
    few = History(case(n, True) for n in range(ENOUGH - 1))
    assert (few.forecast(case()).probability, few.forecast(case()).cases) == (None, ENOUGH - 1)
    few.add(case(20, True))
    assert few.forecast(case()).probability > 0.8
    assert few.forecast(case(owner=2, client=2)).probability is None


def test_it_says_what_moves_it():
    told = History(history(1))
    hurried, calm = told.forecast(case(lead=1, rounds=2)), told.forecast(case(lead=12))
    assert hurried.probability < 0.5 < calm.probability
    assert hurried.reasons[0][1] < 0 and {hurried.reasons[0][0], hurried.reasons[1][0]} == {"lead", "rounds"}


def test_nothing_of_the_same_day_is_known_beforehand():
    """All settled on one day: the later half is foretold from the first half alone."""
    same = [case(0, n % 2 == 0) for n in range(40)]
    assert back_test(same).cases == 20
    assert back_test([]) is None


@given(st.lists(st.booleans(), min_size=ENOUGH, max_size=60))
def test_a_probability_is_one_and_more_kept_ones_make_it_no_smaller(outcomes):
    less = History(case(n, kept) for n, kept in enumerate(outcomes))
    more = History(case(n, kept) for n, kept in enumerate([*outcomes, True]))
    assert 0 < less.forecast(case()).probability <= more.forecast(case()).probability + 1e-9 < 1


@pytest.fixture
def past(cast):
    """Of twelve promises of Lena's, each for the next day, three were kept by it."""
    today = timezone.localdate()
    said = {"by": cast.lena, "client": cast.qingchuan, "owner": cast.lena, "contact": cast.clara}
    for n in range(12):
        day = today - timedelta(days=30 - n)
        made = Promise.objects.add(**said, text=f"承诺{n}", valid_from=day - timedelta(days=1), due_on=day)
        if n < 3:
            made.keep(by=cast.lena, on=day)
        else:
            made.breach(by=cast.lena, reason="x", on=day + timedelta(days=1))
    return Promise.objects.add(**said, text="第二版原型", due_on=today + timedelta(days=1))


def test_what_will_hardly_be_kept_drafts_an_early_notice_with_options(past, cast, client):
    client.force_login(cast.lena)
    page = client.get(f"/promises/{past.reference}/").content.decode()
    assert "from 12 promises" in page and "Draft an early notice" in page
    assert re.search(r'title="Brier score, [^"]+">Tried on \d+ promises? settled before', page)
    assert "Brier" not in re.sub(r'title="[^"]*"', "", page), "in words of who looks after clients"
    address = re.search(r'href="(/conversations/new/[^"]*)"', page)[1].replace("&amp;", "&")
    draft = client.get(address).content.decode()
    assert "第二版原型" in draft and "2. " in draft
    assert not past.client.conversations.exists(), "nothing was sent or logged"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_promise_in_both_languages_is_told_of_in_both(past, cast, client, language):
    cast.clara.amend(by=cast.lena, language=language)
    past.renegotiate(by=cast.lena, text=past.text, twin="The second prototype", contact=cast.clara, reason="x")
    told = early_notice(past.successors.get())
    english, chinese = ("text", "twin") if language == "en" else ("twin", "text")
    assert "The second prototype" in told[english] and "第二版原型" in told[chinese]
    assert told["subject" if language == "en" else "subject_twin"].startswith("About what we promised")
    client.force_login(cast.lena)
    form = client.get(notice_url(past.successors.get())).context["form"]
    assert (form["twin"].value(), form["subject_twin"].value()) == (told["twin"], told["subject_twin"])


class TestTheOwnerIsToldEarly:
    def test_once_and_sees_it_on_my_day(self, past, cast, client):
        assert (warn(timezone.localdate()), warn(timezone.localdate())) == (1, 0)
        past.refresh_from_db()
        assert past.at_risk is not None and past.at_risk < 60 and past.state == "proposed"
        event = Event.objects.get(kind="agreement.at_risk")
        assert (event.fact("people"), event.fact("percent")) == ([cast.lena.pk], past.at_risk)
        deliver_all()
        assert Notification.objects.filter(user=cast.lena, event=event).exists()
        client.force_login(cast.lena)
        assert f"{past.at_risk}% likely in time" in client.get("/").content.decode()

    def test_of_what_is_far_away_or_theirs_nobody_hears(self, past, cast):
        said = {"by": cast.lena, "client": cast.qingchuan, "owner": cast.lena, "contact": cast.clara}
        Promise.objects.add(**said, text="far", due_on=timezone.localdate() + timedelta(days=40))
        Promise.objects.add(**said, text="theirs", side="them", due_on=timezone.localdate() + timedelta(days=2))
        assert warn(timezone.localdate()) == 1

    def test_once_it_is_kept_my_day_says_no_more(self, past, cast, client):
        warn(timezone.localdate())
        past.refresh_from_db()
        past.keep(by=cast.lena)
        client.force_login(cast.lena)
        assert "likely in time" not in client.get("/").content.decode()

    def test_with_too_little_history_nobody_hears(self, promise):
        assert warn(promise.due_on) == 0


def test_a_first_promise_has_too_little_history(promise, cast, client):
    client.force_login(cast.lena)
    assert "Too little history: 0" in client.get(f"/promises/{promise.reference}/").content.decode()


def test_programs_are_told_it_with_what_moves_it(past, promise, cast):
    told = program_of(cast.lena).get(f"promises/{past.reference}/forecast").json()
    assert 0 < told["probability"] < 0.6 and told["cases"] == 12 and told["by"] in ("history", "person")
    assert told["back_test"]["cases"] > 0
    promise.keep(by=cast.lena)
    settled = program_of(cast.lena).get(f"promises/{promise.reference}/forecast").json()
    assert settled["probability"] is None and settled["back_test"] is None
    assert program_of(cast.ida).get(f"promises/{past.reference}/forecast").status_code == 404
