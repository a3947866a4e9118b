"""Preparing an offer, opening and ending it."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone, translation

from zhike.clients.offers.forms import OfferForm
from zhike.clients.offers.jobs import end_what_is_over
from zhike.clients.offers.models import Offer
from zhike.core.lifecycle.errors import Forbidden, WrongState
from zhike.core.timeline.models import Event
from zhike.core.timeline.moment import at

DAY = timedelta(days=1)


def said(today, **more):
    return {
        "title": "Ten off",
        "gives": "percent",
        "percent": "10",
        "valid_from": today,
        "valid_until": today + DAY,
    } | more


def test_it_notes_for_whom_it_is_when_it_opens(offer, cast):
    told = offer.open(by=cast.mona)
    assert (offer.state, told.fact("count")) == ("open", 1)
    assert list(offer.eligible.values_list("client", flat=True)) == [cast.qingchuan.pk]


def test_who_does_not_lead_neither_prepares_nor_opens_it(offer, cast, today):
    with pytest.raises(Forbidden):
        Offer.objects.add(by=cast.lena, title="x", percent=1, valid_from=today, valid_until=today)
    with pytest.raises(Forbidden):
        offer.open(by=cast.lena)


def test_it_opens_once_and_ends(offer, cast):
    offer.open(by=cast.mona)
    with pytest.raises(WrongState):
        offer.open(by=cast.mona)
    offer.end(by=cast.mona)
    assert (offer.state, offer.last_day) == ("ended", timezone.localdate())
    with pytest.raises(WrongState):
        offer.withdraw(by=cast.mona, why="x")


def test_one_whose_days_are_over_does_not_open(offer, cast, today):
    offer.amend(by=cast.mona, valid_until=today - DAY)
    with pytest.raises(Exception, match="last day has passed"):
        offer.open(by=cast.mona)
    offer.refresh_from_db()
    assert offer.state == "draft" and not offer.eligible.exists()


def test_what_clients_were_told_does_not_change(offer, cast, today):
    offer.open(by=cast.mona)
    with pytest.raises(WrongState):
        offer.amend(by=cast.mona, percent=5)
    offer.amend(by=cast.mona, valid_until=today + 60 * DAY)
    assert "percent" not in OfferForm(instance=offer, by=cast.mona).fields


def test_the_program_ends_what_is_over_and_says_so_once(offer, cast, today):
    with at(timezone.now() - 5 * DAY):
        offer.amend(by=cast.mona, valid_until=today - DAY)
        offer.open(by=cast.mona)
    for _again in range(2):
        end_what_is_over(0)
    offer.refresh_from_db()
    assert (offer.state, offer.last_day) == ("ended", today - DAY)
    assert Event.objects.filter(kind="offer.ended").count() == 1


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"percent": ""}, "percent"),
        ({"percent": "101"}, "percent"),
        ({"gives": "amount"}, "amount"),
        ({"gives": "service"}, "text"),
        ({"valid_until": "2020-01-01"}, "valid_until"),
        ({"rule": {"field": "nothing", "is": "x"}}, "rule"),
    ],
)
def test_the_gate_says_what_is_missing(cast, today, more, field):
    assert list(OfferForm(said(today, **more), by=cast.mona).errors) == [field]


def test_what_it_does_not_give_is_not_kept(cast, today):
    form = OfferForm(said(today, gives="amount", amount="500", code=" spring "), by=cast.mona)
    assert form.is_valid(), form.errors
    offer = form.save(by=cast.mona)
    assert (offer.percent, offer.amount, offer.currency, offer.code) == (None, 500, "CNY", "SPRING")
    assert "code" in str(OfferForm(said(today, code="Spring"), by=cast.mona).errors)
    with pytest.raises(IntegrityError), transaction.atomic():
        Offer.objects.add(by=cast.mona, title="x", percent=1, valid_from=today, valid_until=today, code="SPRING")


def test_it_is_called_in_the_language_of_who_reads(offer):
    with translation.override("zh-hans"):
        assert str(offer) == "第二次评审免费"
    assert str(offer) == "Second audit free"
