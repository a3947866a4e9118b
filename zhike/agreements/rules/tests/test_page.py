"""The page of the rules, what programs read of them, and the kind words when one was not kept."""

from datetime import time, timedelta
from decimal import Decimal
from urllib.parse import parse_qs, urlsplit

import pytest
from django.utils import timezone

from zhike.agreements.rules.choices import How
from zhike.agreements.rules.kind_words import WORDS, kind_words, offers
from zhike.agreements.rules.models import Crossing
from zhike.core.clock.models import Deadline
from zhike.core.clock.sweep import sweep
from zhike.core.mail.models import Letter
from zhike.core.timeline.delivery import deliver
from zhike.core.timeline.models import Event
from zhike.domains.conversations.workflows import log
from zhike.domains.meetings.workflows import plan
from zhike.surfaces.api.tests.conftest import program_of


def talked(cast, **more):
    words = {"kind": "mail", "direction": "in", "state": "waiting", "text": "When?", "contacts": [cast.clara]}
    said = log(by=cast.lena, client=cast.qingchuan, **words | more)
    deliver()
    return said


def pass_by(days):
    sweep(timezone.now() + timedelta(days=days))
    deliver()


class TestLateness:
    def test_our_late_answer_is_noted_once_as_ours(self, three_days, cast):
        said = talked(cast)
        for _time in range(2):
            pass_by(30)
        crossing = Crossing.objects.of(said).get()
        assert (crossing.clause_id, crossing.side, crossing.how) == (three_days.pk, "us", "late")
        assert Event.objects.filter(kind="engagement.crossed_by_us").count() == 1

    def test_their_late_answer_is_theirs(self, agree, cast):
        agree("response", side="them", quantity=2, unit="working_days")
        said = talked(cast, direction="out", state="asked")
        pass_by(30)
        assert Crossing.objects.of(said).get().side == "them"
        assert (
            Event.objects.get(kind="engagement.crossed_by_them").facts["rule"] == "They answer within 2 working days."
        )

    def test_without_a_clause_nothing_is_crossed(self, cast):
        talked(cast)
        pass_by(30)
        assert not Crossing.objects.exists()


@pytest.mark.parametrize(("how", "side"), list(WORDS))
def test_there_are_kind_words_in_both_languages(agree, cast, how, side):
    clause = agree("revisions", quantity=2, unit="rounds")
    crossing, talk = Crossing(clause=clause, how=how, side=side), talked(cast, text="The blue one")
    subject, chinese = kind_words(crossing, talk, "zh")
    _subject, english = kind_words(crossing, talk, "en")
    assert "含 2 轮修改" in chinese and chinese.startswith("您好") and "{" not in subject + chinese
    assert "2 rounds of revision are included." in english and english.startswith("Hello")


def test_they_are_said_to_the_reader(agree, cast):
    theirs = agree("response", side="them", quantity=Decimal(2), unit="working_days")
    late, talk = Crossing(clause=theirs, how="late", side="them"), talked(cast)
    assert "What we agreed was: you answer us within 2 working days." in kind_words(late, talk, "en")[1]
    ours = agree("quiet", hours_from=time(21), hours_until=time(8))
    disturbed = Crossing(clause=ours, how="quiet", side="us")
    assert "每天 21:00 至 08:00，我们不打扰您。" in kind_words(disturbed, talk, "zh")[1]


def test_every_way_of_not_keeping_a_rule_has_words(cast):
    sides = {(how, side) for how in How.values for side in ("us", "them")} - {("round", "us")}
    assert set(WORDS) == sides


def test_kind_words_are_offered_in_a_mail_to_be_reworded_and_nothing_is_sent(agree, cast, client):
    agree("quiet", side="them", hours_from="00:00", hours_until="23:59")
    cast.clara.amend(by=cast.lena, language="en")
    call = talked(cast, kind="call", state="done", happened_at=timezone.now().replace(hour=3, minute=0) - timedelta(1))
    crossing = Crossing.objects.of(call).get()
    (first, url), _second = offers(crossing, call)
    told = parse_qs(urlsplit(url).query)
    assert (first, told["contacts"], told["kind"]) == ("en", [str(cast.clara.pk)], ["mail"])
    client.force_login(cast.lena)
    page = client.get(url).text
    assert "We have your message and will see to it in the morning" in page
    assert "A kind word about it" in client.get(f"/conversations/{call.reference}/").text
    assert not Letter.objects.exists() and cast.qingchuan.conversations.count() == 1


def test_rules_are_crossed_in_records_of_any_kind(agree, cast, client):
    clause = agree("revisions", quantity=2, unit="rounds")
    meeting = plan(by=cast.lena, client=cast.qingchuan, lead=cast.lena, contacts=[cast.clara], starts_at=timezone.now())
    for record in (talked(cast), meeting):
        about = {"record_type": record._meta.label_lower, "record_id": record.pk}
        Crossing.objects.create(clause=clause, side="them", how="round", crossed_at=timezone.now(), **about)
    client.force_login(cast.lena)
    page = client.get(f"/clients/{cast.qingchuan.reference}/rules/")
    assert page.status_code == 200 and str(meeting) in page.text


def test_the_page_says_each_rule_for_both_sides_and_how_it_was_kept(three_days, agree, cast, client):
    theirs = agree("response", side="them", quantity=2, unit="working_days", number="7.1")
    agree("rule", text="Wear a helmet on the site")
    answered = talked(cast)
    answered.answer(by=cast.lena)
    late = talked(cast)
    deliver()
    pass_by(30)
    Deadline.objects.of(late).update(
        started_at=timezone.now() - timedelta(days=9), due_at=timezone.now() - timedelta(days=1)
    )
    client.force_login(cast.lena)
    page = client.get(f"/clients/{cast.qingchuan.reference}/rules/").text
    assert "We answer within 3 working days." in page and "1 of 2 in time" in page
    assert "They answer within 2 working days." in page and "not called upon yet" in page
    assert f"/clauses/{theirs.reference}/" in page and "confirmed by 陈总" in page and "On paper" in page
    assert "Wear a helmet on the site" in page and "Kept by people" in page
    assert f"/conversations/{late.reference}/" in page and "中文" in page


def test_a_stranger_finds_no_rules_and_a_reader_no_words_to_send(three_days, cast, client):
    talked(cast)
    pass_by(30)
    page = f"/clients/{cast.qingchuan.reference}/rules/"
    client.force_login(cast.ida)
    assert client.get(page).status_code == client.get(f"{page}rounds/").status_code == 404
    client.force_login(cast.rita)
    shown = client.get(page).text
    assert "Late with the answer" in shown and "A kind word about it" not in shown


def test_programs_read_the_same(three_days, agree, cast):
    agree("revisions", quantity=2, unit="rounds", subject="Prototype", number="5")
    said = talked(cast)
    pass_by(30)
    place = f"clients/{cast.qingchuan.reference}/rules"
    told = program_of(cast.lena).get(place).json()
    rule = next(one for one in told["data"] if one["clause"] == three_days.reference)
    assert (rule["rule"], rule["side"], rule["since"]) == ("We answer within 3 working days.", "us", "2026-03-02")
    none_used = {"agreed": 2, "used": 0, "over": 0, "rounds": []}
    assert [one["rounds"] for one in told["data"] if one["rounds"]] == [none_used]
    assert [(one["how"], one["in"]["reference"]) for one in told["crossed"]] == [("late", said.reference)]
    assert program_of(cast.ida).get(place).status_code == 404
