"""All that is known of a client, each fact with where it is known from and since when."""

from datetime import UTC, date, datetime, timedelta

from zhike.clients.pains.models import PainPoint
from zhike.clients.portrait import kinds
from zhike.clients.portrait.kinds import Fact, gaps, known, portrait_of
from zhike.clients.purchases.models import Purchase
from zhike.clients.rights.models import Right
from zhike.core.resources.reader import Reader
from zhike.core.timeline.moment import at
from zhike.domains.conversations.workflows import log

MAY = datetime(2026, 5, 3, 9, tzinfo=UTC)


def facts(client, person):
    return {fact.label: fact for section in portrait_of(client, Reader(person)) for fact in section.facts}


def test_a_field_says_who_noted_it_last_and_when(cast):
    with at(MAY):
        cast.qingchuan.amend(by=cast.lena, industry="医疗", size="50-249")
    with at(MAY + timedelta(days=30)):
        cast.qingchuan.amend(by=cast.omar, industry="医疗器械")
    told = facts(cast.qingchuan, cast.lena)
    assert told["Industry"].said == "医疗器械"
    assert "Omar" in told["Industry"].source and told["Industry"].known_on == date(2026, 6, 2)
    assert "Lena" in told["Size"].source and told["Size"].known_on == date(2026, 5, 3)


def test_an_own_field_says_it_too(cast, own_field):
    cast.qingchuan.amend(by=cast.omar, own_grade="Gold")
    told = facts(cast.qingchuan, cast.lena)["Grade"]
    assert told.said == "Gold" and "Omar" in told.source


def test_each_area_tells_what_it_knows_with_its_source(cast):
    said = {"by": cast.lena, "client": cast.qingchuan, "source": "told", "known_on": date(2026, 5, 3)}
    Right.objects.add(**said, contact=cast.clara, subject="price", source_text="CV-12")
    Purchase.objects.add(**said, what="泵", happened_on=date(2026, 4, 1), amount=100, currency="CNY")
    log(by=cast.lena, client=cast.qingchuan, kind="call", text="说好了", mood="good")
    told = facts(cast.qingchuan, cast.lena)
    assert "陈岚" in told["Price"].said or "陈总" in told["Price"].said
    assert "The client told us" in told["Price"].source and "/conversations/CV-12/" in told["Price"].source
    assert "Call 1" in told["Channels"].said and "Good mood 1" in told["Moods"].said
    assert any("泵" in fact.said for fact in told.values())


def test_what_has_no_source_or_is_old_is_counted_and_said(cast, client):
    bare = PainPoint.objects.add(by=cast.lena, client=cast.qingchuan, statement="报修要等三天")
    old = {"source": "seen", "known_on": Reader().today - timedelta(days=400)}
    PainPoint.objects.add(by=cast.lena, client=cast.qingchuan, statement="发票总是晚", **old)
    found = gaps(portrait_of(cast.qingchuan, Reader(cast.lena)), Reader().today)
    assert (found["bare"], found["stale"]) == (1, 1)
    client.force_login(cast.lena)
    page = client.get(f"/clients/{cast.qingchuan.reference}/?tab=facts").text
    assert f"/pains/{bare.reference}/" in page
    assert "No source noted" in page and "over a year old" in page and "1 without a source" in page


def test_an_area_that_comes_later_adds_its_own(cast, monkeypatch):
    monkeypatch.setattr(kinds, "_kinds", dict(kinds._kinds))
    known(99, "Their cats")(lambda client, reader: [Fact("Cat", "Momo", "We saw it ourselves")])
    assert portrait_of(cast.qingchuan, Reader(cast.lena))[-1].facts[0].said == "Momo"


def test_it_asks_at_most_one_question_for_each_kind(cast, django_assert_max_num_queries):
    for n in range(3):
        PainPoint.objects.add(by=cast.lena, client=cast.qingchuan, statement=f"痛点{n}", said_by=cast.clara)
        Right.objects.add(by=cast.lena, client=cast.qingchuan, contact=cast.clara, subject="other", words=f"事{n}")
    reader = Reader(cast.lena)
    _ = reader.people, facts(cast.qingchuan, cast.lena)
    with django_assert_max_num_queries(len(kinds._kinds)):
        portrait_of(cast.qingchuan, reader)
