"""Clara is asked to confirm, by mail, under a rule to which she agreed."""

from datetime import datetime, time, timedelta

import pytest
from django.utils import timezone

from zhike.agreements.models import Promise
from zhike.agreements.silence.ending import sweep
from zhike.agreements.silence.models import SilenceRule, Wait
from zhike.agreements.workflows import PURPOSE, read_back
from zhike.core.access.models import User
from zhike.core.links.models import Link
from zhike.core.mail.models import Letter
from zhike.core.timeline.moment import at

ASKED = datetime(2026, 3, 2, 10, tzinfo=timezone.get_default_timezone())  # a Monday, no holiday within three weeks


@pytest.fixture
def agreed(cast):
    """What makes a rule of the client's that is in force."""

    def make(outcome="accepted", client=cast.qingchuan, **more):
        values = {"days": 5, "first_reminder": 3, "promises": True, "decisions": True} | more
        rule = SilenceRule.objects.add(by=cast.lena, client=client, outcome=outcome, **values)
        rule.agree(by=cast.lena, contact=cast.clara, how="paper")
        return rule

    return make


@pytest.fixture
def clara(cast):
    cast.clara.amend(by=cast.lena, emails=["clara@qingchuan.example"], language="zh")
    return cast.clara


@pytest.fixture
def promise(cast):
    with at(ASKED):
        return Promise.objects.add(
            by=cast.lena, client=cast.qingchuan, text="周五给您第二版原型", contact=cast.clara, owner=cast.lena
        )


@pytest.fixture
def ask(cast):
    """What reads something back by mail; the wait that it begins, or None."""

    def read(entry, send=True, at_=ASKED):
        with at(at_):
            made, _address = read_back([entry], by=cast.lena, contact=cast.clara, title="周会", send=send)
        found = Wait.objects.filter(readback=made).first()
        if found:
            _link, address = Link.objects.issue(PURPOSE, made, by=cast.lena, for_contact=cast.clara)  # not yet over
            found.address = "/l/" + address.rpartition("/l/")[2]
        return found

    return read


@pytest.fixture
def passing():
    """What lets the days pass, each swept in the morning and every letter sent; until the day given."""

    def pass_days(until, *, since=None, deliver=True):
        day = since or ASKED.date()
        while day <= until:
            if deliver:
                deliver_letters()
            sweep(morning(day))
            day += timedelta(days=1)

    return pass_days


def morning(day):
    return timezone.make_aware(datetime.combine(day, time(9)))


def deliver_letters():
    for letter in Letter.objects.filter(state="waiting"):
        letter.arrive(by=User.objects.system())
