"""Mail written in the client's quiet hours waits for their end; nothing is lost, doubled or let go within them."""

from datetime import datetime, time, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from zhike.agreements.rules.models import Crossing
from zhike.agreements.rules.quiet import Quiet, quiet_until
from zhike.agreements.rules.tests.conftest import SHANGHAI
from zhike.core.lifecycle.errors import Forbidden
from zhike.core.mail.models import Letter
from zhike.core.mail.sending import release_held, send_all
from zhike.core.mail.writing import write
from zhike.core.timeline.models import Event
from zhike.domains.conversations.workflows import log

NIGHT = datetime(2026, 11, 24, 22, 10, tzinfo=SHANGHAI)
MORNING = datetime(2026, 11, 25, 8, 0, tzinfo=SHANGHAI)
HOURS = {"hours_from": time(21), "hours_until": time(8)}


@pytest.fixture
def it_is(monkeypatch):
    return lambda moment: monkeypatch.setattr("django.utils.timezone.now", lambda: moment)


@pytest.fixture
def quiet(agree, cast):
    """We leave Clara in peace at night."""
    cast.clara.amend(by=cast.lena, emails=["clara@qingchuan.example"])
    return agree("quiet", **HOURS)


def mailed(cast, **more):
    mail = {"kind": "mail", "direction": "out", "text": "The draft", "contacts": [cast.clara]}
    return log(by=cast.lena, client=cast.qingchuan, **mail | more)


def test_a_mail_at_night_goes_out_in_the_morning_and_once(quiet, cast, it_is):
    it_is(NIGHT)
    mailed(cast).send(by=cast.lena)
    letter = Letter.objects.get()
    assert (letter.state, letter.not_before) == ("held", MORNING)
    it_is(MORNING - timedelta(minutes=1))
    assert (release_held(), send_all()) == (0, 0)
    it_is(MORNING)
    assert (release_held(), release_held(), send_all(), send_all()) == (1, 0, 1, 0)
    assert Event.objects.filter(kind="letter.released").count() == 1
    assert not Crossing.objects.exists()


def test_by_day_it_goes_at_once(quiet, cast, it_is):
    it_is(MORNING)
    mailed(cast).send(by=cast.lena)
    assert Letter.objects.get().state == "waiting"


def test_the_hours_are_those_of_the_contacts_zone(quiet, cast, it_is):
    cast.clara.amend(by=cast.lena, time_zone="Europe/London")  # 14:10 there
    it_is(NIGHT)
    mailed(cast).send(by=cast.lena)
    assert Letter.objects.get().state == "waiting"


def test_sent_all_the_same_it_goes_and_is_noted(quiet, cast, it_is):
    it_is(NIGHT)
    said = mailed(cast)
    with pytest.raises(Forbidden):
        said.send(by=cast.rita, anyway=True)
    said.send(by=cast.lena, anyway=True)
    assert Letter.objects.get().state == "waiting"
    crossing = Crossing.objects.of(said).get()
    assert (crossing.clause_id, crossing.how, crossing.side, crossing.anyway) == (quiet.pk, "quiet", "us", True)
    assert Event.objects.get(kind="engagement.sent_anyway").actor == cast.lena


def test_colleagues_and_other_clients_get_theirs_at_night(quiet, cast, it_is):
    it_is(NIGHT)
    ours = write(by=cast.lena, to=cast.omar, about=cast.qingchuan, subject="x", text="x")
    other = write(by=cast.ida, to="emil@tramlight.example", about=cast.tramlight, subject="x", text="x")
    assert (ours.state, other.state) == ("waiting", "waiting")


def test_a_worker_that_comes_back_at_night_lets_nothing_go(quiet, cast, it_is):
    it_is(NIGHT)
    mailed(cast).send(by=cast.lena)
    it_is(NIGHT + timedelta(days=1))
    assert release_held() == 0
    letter = Letter.objects.get()
    assert (letter.state, letter.not_before) == ("held", MORNING + timedelta(days=1))
    letter.release(by=cast.lena)
    assert letter.at_once


def test_killed_while_letting_go_it_goes_the_next_time(quiet, cast, it_is, monkeypatch):
    it_is(NIGHT)
    mailed(cast).send(by=cast.lena)
    it_is(MORNING)

    def killed(*_args, **_kwargs):
        raise SystemExit

    with monkeypatch.context() as broken, pytest.raises(SystemExit):
        broken.setattr("zhike.core.lifecycle.transition.tell", killed)
        release_held()
    assert Letter.objects.get().state == "held"
    assert (release_held(), send_all(), Letter.objects.count()) == (1, 1, 1)


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(0, 12 * 60), min_size=1, max_size=5), st.integers(0, 24 * 60))
def test_whenever_the_worker_looks_nothing_goes_in_quiet_hours_and_all_goes_in_the_end(quiet, cast, it_is, gaps, start):
    Letter.objects.update(state="cancelled")
    moment = NIGHT - timedelta(hours=12) + timedelta(minutes=start)
    it_is(moment)
    letter = write(by=cast.lena, to=cast.clara, about=cast.qingchuan, subject="x", text="x")
    night = Quiet(HOURS["hours_from"], HOURS["hours_until"])
    assert (letter.state == "held") == (quiet_until([night], "Asia/Shanghai", moment) is not None)
    went = int(letter.state == "waiting")
    for gap in gaps:
        moment += timedelta(minutes=gap)
        it_is(moment)
        released = release_held()
        assert not (released and quiet_until([night], "Asia/Shanghai", moment))
        went += released
    it_is(moment.replace(hour=12) + timedelta(days=1))
    went += release_held()
    letter.refresh_from_db()
    assert (went, letter.state) == (1, "waiting")


def test_the_composer_says_when_it_goes_out_and_offers_to_send_it_now(quiet, cast, it_is, client):
    it_is(NIGHT)
    client.force_login(cast.lena)
    page = client.get(f"/clients/{cast.qingchuan.reference}/").text
    assert "It goes out at 08:00 (their quiet hours)." in page and "Send it now all the same" in page
    said = {"client": cast.qingchuan.pk, "kind": "mail", "direction": "out", "text": "x", "contacts": [cast.clara.pk]}
    said |= {"happened_at": "2026-11-24T22:10"}
    told = client.post("/conversations/new/", said | {"send": "on"}, follow=True).text
    assert "It goes out at 08:00" in told
    client.post("/conversations/new/", said | {"send": "on", "anyway": "on"})
    assert list(Letter.objects.order_by("pk").values_list("state", flat=True)) == ["held", "waiting"]
    it_is(MORNING)
    assert "their quiet hours" not in client.get(f"/clients/{cast.qingchuan.reference}/").text


@pytest.mark.parametrize(
    ("side", "said", "crosses"),
    [
        ("us", {"kind": "call", "direction": "out"}, True),
        ("us", {"kind": "mail", "direction": "out"}, False),
        ("us", {"kind": "note", "direction": "out"}, False),
        ("us", {"kind": "call", "direction": "in"}, False),
        ("them", {"kind": "call", "direction": "in"}, True),
        ("them", {"kind": "call", "direction": "out"}, False),
        ("them", {"kind": "mail", "direction": "in"}, False),
    ],
)
def test_a_call_in_quiet_hours_is_noted_of_whoever_rings(agree, cast, side, said, crosses):
    agree("quiet", side=side, **HOURS)
    talk = mailed(cast, happened_at=NIGHT, **said)
    assert list(Crossing.objects.of(talk).values_list("how", "side")) == ([("quiet", side)] if crosses else [])


def test_a_channel_that_was_not_agreed_is_noted_once(agree, cast):
    agree("rule", channels=["mail", "wechat"])
    call, mail = mailed(cast, kind="call"), mailed(cast)
    assert [one.how for one in Crossing.objects.of(call)] == ["channel"]
    assert not Crossing.objects.of(mail).exists()
    told = Event.objects.get(kind="engagement.crossed_by_us")
    assert told.facts["rule"] == "We reach them by: E-mail, WeChat."
