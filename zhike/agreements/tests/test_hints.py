"""What the words of an entry leave open is said while they are typed: unclear words, twins that differ, bad days."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, connection
from django.utils import timezone

from zhike.agreements.due_days import TwoCalendars, day_concerns
from zhike.agreements.models import Clause, Promise
from zhike.agreements.reasonable import A_DAY, concerns
from zhike.core.clock.models import Calendar

NATIONAL_DAY, MADE_UP_SUNDAY, WEDNESDAY = date(2026, 10, 1), date(2026, 9, 20), date(2026, 11, 25)


@pytest.fixture
def hints(cast, client):
    client.force_login(cast.lena)

    def post(**said):
        told = {"client": cast.qingchuan.pk, "side": "us", "owner": cast.lena.pk, "due_on": ""}
        return client.post("/agreements/hints/", told | said).content.decode()

    return post


@pytest.fixture
def in_china(cast):
    Calendar.objects.filter(is_default=True).update(region="CN", zone="Asia/Shanghai")
    type(cast.qingchuan).objects.filter(pk=cast.qingchuan.pk).update(country="CN")
    cast.qingchuan.refresh_from_db()
    return cast.qingchuan


def test_unclear_words_and_twins_that_differ_are_named(hints):
    page = hints(text="我们尽快交付5个页面。", twin="We deliver 6 pages soon.")
    assert "尽快" in page and "<strong>soon</strong>" in page and "different numbers" in page
    page = hints(text="我们尽快交付5个页面。", twin="We deliver 6 pages soon.", only="differ")
    assert "different numbers" in page and "<li>" not in page.partition("different numbers")[0]
    assert "<strong>soon</strong>" not in page
    page = hints(text="不包含翻译。", twin="Translation is included.")
    assert "denies" in page
    assert "notice" not in hints(text="周五前交付5个页面。", twin="We deliver 5 pages by Friday.")


def test_a_holiday_of_either_side_is_named_with_a_better_day(in_china):
    sentences = day_concerns(in_china, NATIONAL_DAY)
    assert len(sentences) == 2 and "both sides: National Day" in sentences[0]
    assert "8" in sentences[-1], "both work again on 8 October"
    assert day_concerns(in_china, MADE_UP_SUNDAY) == [], "a make-up day is worked by both"
    assert day_concerns(in_china, WEDNESDAY) == []


def test_theirs_may_be_another_country(in_china):
    in_china.country = "DE"
    found = TwoCalendars(in_china, date(2026, 10, 1)).off(date(2026, 10, 1))
    assert [one.side for one in found] == ["us"]
    assert [one.side for one in TwoCalendars(in_china, WEDNESDAY).off(date(2026, 12, 25))] == ["them"]
    in_china.country = "XX"
    assert day_concerns(in_china, WEDNESDAY) == []


def test_before_spring_festival_it_says_whose_people_leave_early(in_china):
    in_the_rush, festival = date(2026, 2, 10), date(2026, 2, 17)
    (both,) = day_concerns(in_china, in_the_rush)
    assert "17" in both and "on both sides" in both
    assert day_concerns(in_china, date(2026, 1, 30)) == [], "more than two weeks ahead"
    assert "day off" in day_concerns(in_china, festival)[0], "the days off say so themselves"
    in_china.country = "DE"
    assert "some of us" in day_concerns(in_china, in_the_rush)[0]
    Calendar.objects.filter(is_default=True).update(region="DE", zone="Europe/Berlin")
    assert day_concerns(in_china, in_the_rush) == []
    in_china.country = "TW"
    assert "the client’s people" in day_concerns(in_china, in_the_rush)[0]


def test_who_has_much_to_do_on_the_day_is_named(cast, in_china):
    for n in range(A_DAY):
        Promise.objects.add(by=cast.lena, client=in_china, text=f"{n}", due_on=WEDNESDAY, owner=cast.lena)
    (words,) = concerns(in_china, "x", WEDNESDAY, cast.lena)
    assert str(cast.lena) in words and str(A_DAY) in words
    assert concerns(in_china, "x", WEDNESDAY, cast.omar) == []


def test_what_was_agreed_as_not_included_is_named(cast, in_china):
    Clause.objects.add(
        by=cast.lena, client=in_china, aspect="exclusion", text="不包含网站托管。", number="2.3",
        contact_agreed=cast.clara, how="paper",
    )  # fmt: skip
    (words,) = concerns(in_china, "我们负责网站托管。", None, cast.lena)
    assert "2.3" in words
    assert concerns(in_china, "周五前给您初稿。", None, cast.lena) == []


def test_of_a_client_that_one_does_not_see_nothing_is_said(hints, cast):
    Clause.objects.add(
        by=cast.ida,
        client=cast.tramlight,
        aspect="exclusion",
        text="不包含网站托管。",
        contact_agreed=cast.emil,
        how="paper",
    )
    assert "托管" not in hints(text="我们负责网站托管。", client=cast.tramlight.pk).replace("网站托管。</textarea>", "")


def test_a_new_version_without_its_twin_raises_an_alarm(cast, client):
    said = {"text": "两轮修改。", "twin": "Two rounds.", "prevails": "zh"}
    promise = Promise.objects.add(by=cast.lena, client=cast.qingchuan, contact=cast.clara, **said)
    promise.renegotiate(by=cast.lena, text="三轮修改。", reason="x")
    stale = promise.successors.get()
    assert stale.twin_is_stale and stale.prevails == "zh" and not promise.twin_is_stale
    client.force_login(cast.lena)
    page = client.get(f"/promises/{stale.reference}/").content.decode()
    assert "Only one of the two wordings" in page and "different numbers" in page
    stale.renegotiate(by=cast.lena, text="四轮修改。", twin="Four rounds.", reason="x")
    assert not stale.successors.get().twin_is_stale


def test_which_wording_prevails_never_changes(promise):
    with pytest.raises(DatabaseError), connection.cursor() as cursor:
        cursor.execute("update agreements_entry set prevails = 'en' where id = %s", [promise.pk])


def test_an_offer_in_the_composer_says_what_speaks_against_it(cast, client, in_china):
    client.force_login(cast.lena)
    saturday = timezone.localdate() + timedelta(days=(5 - timezone.localdate().weekday()) % 7 + 14)
    said = {"client": in_china.pk, "kind": "call", "direction": "out"}
    text = f"我们{saturday.month}月{saturday.day}日前给您初稿。"
    page = client.post("/conversations/promises/", said | {"text": text}).content.decode()
    assert "recalled-why" in page
