"""Telling the client of a difficulty, with ways out."""

from decimal import Decimal

import pytest

from zhike.agreements.models import Decision
from zhike.core.lifecycle.errors import Forbidden, WrongState
from zhike.core.mail.errors import NoAddress
from zhike.core.mail.models import Letter
from zhike.core.pages.owed import Scope, owed
from zhike.core.resources.reader import Reader
from zhike.core.timeline.models import Event
from zhike.domains.projects.risks.errors import NoOption

pytestmark = pytest.mark.django_db


def test_it_is_not_told_without_a_way_out(feared, cast):
    risk = feared(options=0)
    with pytest.raises(NoOption, match="at least one option"):
        risk.tell(by=cast.lena, contact=cast.clara, channel="phone")
    risk.refresh_from_db()
    assert (risk.state, risk.tellings.count()) == ("open", 0)


def test_it_is_told_in_the_contacts_language_with_what_each_option_costs(feared, cast):
    cast.clara.amend(by=cast.lena, language="zh")
    risk = feared()
    risk.tell(by=cast.lena, contact=cast.clara, channel="phone")
    telling = risk.tellings.get()
    assert (risk.state, telling.contact, telling.told_by, telling.letter) == ("told", cast.clara, cast.lena, None)
    assert "陈总" in telling.text and "分院的文档还没给" in telling.text
    assert "1. 先上总院（费用 ¥3,000.00；提前 2 天）" in telling.text
    told = Event.objects.get(kind="risk.told")
    assert (told.client_id, told.facts["who"]) == (risk.client_id, "陈总")


def test_by_mail_it_is_sent(feared, cast):
    cast.clara.amend(by=cast.lena, emails=["chen@qingchuan.example"], language="en")
    risk = feared()
    risk.tell(by=cast.lena, contact=cast.clara, channel="mail", text="We would rather tell you early.")
    letter = Letter.objects.get()
    assert (letter.to, letter.text) == ("chen@qingchuan.example", "We would rather tell you early.")
    assert letter.subject == "官网改版: 号源接口晚到"
    assert risk.tellings.get().letter == letter


def test_it_is_not_told_by_mail_to_somebody_without_an_address(feared, cast):
    risk = feared()
    with pytest.raises(NoAddress):
        risk.tell(by=cast.lena, contact=cast.clara, channel="mail")
    assert not risk.tellings.exists()


def test_whoever_reads_tells_nobody(feared, cast):
    with pytest.raises(Forbidden):
        feared().tell(by=cast.rita, contact=cast.clara, channel="phone")


def test_what_is_over_is_not_told(feared, cast):
    risk = feared()
    risk.close(by=cast.lena, reason="文档来了")
    with pytest.raises(WrongState):
        risk.tell(by=cast.lena, contact=cast.clara, channel="phone")


def test_what_was_told_cannot_be_taken_back(feared, cast):
    risk = feared()
    risk.tell(by=cast.lena, contact=cast.clara, channel="phone")
    with pytest.raises(WrongState):
        risk.drop_option(by=cast.lena, option=risk.options.get())


def test_their_choice_becomes_a_confirmed_decision(feared, cast):
    cast.clara.amend(by=cast.lena, language="zh")
    risk = feared(options=2)
    with pytest.raises(WrongState):
        risk.choose(by=cast.lena, option=risk.options.first(), contact=cast.clara, how="call")
    risk.tell(by=cast.lena, contact=cast.clara, channel="phone")
    risk.choose(by=cast.lena, option=risk.options.first(), contact=cast.clara, how="call", words="先上总院吧")
    entry = Decision.objects.get()
    assert (entry.state, entry.confirmed_by, entry.quote) == ("confirmed", cast.clara, "先上总院吧")
    assert "先上总院" in entry.text
    assert risk.chosen == risk.options.first()


def test_whose_turn_it_is_changes_with_telling_and_choosing(feared, cast, site):
    risk, reader, scope = feared(due_on=site.today), Reader(cast.lena), Scope(client=cast.qingchuan)

    def sides():
        return [one.side for one in owed(reader, scope) if one.kind == "risks"]

    assert sides() == ["us"]
    risk.tell(by=cast.lena, contact=cast.clara, channel="phone")
    assert sides() == ["them"]
    risk.choose(by=cast.lena, option=risk.options.get(), contact=cast.clara, how="call")
    assert sides() == ["us"]


def test_what_it_costs_and_does_to_the_end_is_said_in_words(feared, cast):
    risk = feared(options=0)
    for amount, days in ((0, 0), (Decimal("1200.50"), 5)):
        risk.add_option(by=cast.lena, words="先上总院", amount=amount, currency="CNY", days=days)
    free, dear = risk.options.all()
    assert (free.price, free.delay) == ("costs nothing more", "the dates stay")
    assert (dear.price, dear.delay) == ("costs CN¥1,200.50", "5 days later")
