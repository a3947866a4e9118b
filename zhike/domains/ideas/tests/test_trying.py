"""Trying ideas out of one budget of hours a quarter."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from zhike.core.lifecycle.errors import Forbidden, WrongState
from zhike.core.notify.models import Notification
from zhike.core.pages.owed import Scope, owed
from zhike.core.resources.reader import Reader
from zhike.core.timeline.delivery import deliver_all
from zhike.core.timeline.models import Event
from zhike.core.timeline.moment import at
from zhike.domains.ideas.budget import first_of_next, first_of_quarter, quarter_of, set_budget
from zhike.domains.ideas.errors import NotEnoughHours, NotThatMany


def _left():
    return quarter_of(timezone.localdate()).left


@pytest.mark.django_db
def test_a_trial_takes_its_hours_from_the_budget_and_gives_back_what_it_did_not_need(thought, cast):
    set_budget(by=cast.mona, hours=20)
    idea = thought("trial", hours=Decimal(8))
    assert (idea.state, idea.trial_from, _left()) == ("trial", timezone.localdate(), 12)
    idea.spend(by=cast.lena, hours=Decimal("2.5"), words="画了三个表情")
    assert _left() == 12
    idea.drop(by=cast.lena, reason="孩子不看屏幕")
    assert _left() == Decimal("17.5")


@pytest.mark.django_db
def test_a_trial_beyond_what_is_left_is_refused_with_the_figure(thought, cast):
    set_budget(by=cast.mona, hours=10)
    thought("trial", hours=Decimal(8))
    other = thought("weighed", title="会唱歌的菜单")
    with pytest.raises(NotEnoughHours, match="10 trial hours 2 are left; 3 are asked for"):
        other.try_out(by=cast.lena, hours=Decimal(3))
    other.refresh_from_db()
    assert (other.state, other.trial_from) == ("weighed", None)
    other.try_out(by=cast.lena, hours=Decimal(2))
    assert _left() == 0


@pytest.mark.django_db
def test_a_new_quarter_begins_with_all_its_hours(thought, cast):
    set_budget(by=cast.mona, hours=10)
    with at(timezone.make_aware(datetime(2026, 3, 31, 10))):
        thought("trial", hours=Decimal(10))
    assert (quarter_of(date(2026, 3, 31)).left, quarter_of(date(2026, 4, 1)).left) == (0, 10)


@pytest.mark.django_db
def test_crossing_the_cap_tells_who_leads_once_and_warns_on_the_page(thought, cast, client):
    idea = thought("trial", hours=Decimal(4), owner=cast.omar)
    idea.spend(by=cast.omar, hours=Decimal(4), words="搭了样机")
    assert not Event.objects.filter(kind="idea.over_cap").exists()
    for hours in (1, 1):
        idea.spend(by=cast.omar, hours=Decimal(hours), words="又改了一版")
    told = Event.objects.get(kind="idea.over_cap")
    assert (told.facts["spent"], told.facts["hours"]) == ("5", "4")
    deliver_all()
    assert set(Notification.objects.filter(event=told).values_list("user", flat=True)) == {cast.lena.pk}
    client.force_login(cast.lena)
    assert "6 of 4 h" in client.get(f"/ideas/{idea.reference}/").content.decode()


@pytest.mark.django_db
def test_hours_noted_by_mistake_are_taken_back_but_no_more_than_there_are(thought, cast):
    idea = thought("trial")
    idea.spend(by=cast.lena, hours=Decimal(3), words="记多了")
    idea.spend(by=cast.lena, hours=Decimal(-2), words="更正")
    with pytest.raises(NotThatMany):
        idea.spend(by=cast.lena, hours=Decimal(-2), words="更正")
    idea.refresh_from_db()
    assert idea.spent == 1


@pytest.mark.django_db
def test_only_what_was_weighed_is_tried_and_only_by_those_who_work(thought, cast):
    with pytest.raises(WrongState):
        thought().try_out(by=cast.lena, hours=Decimal(1))
    idea = thought("weighed")
    with pytest.raises(Forbidden):
        idea.try_out(by=cast.rita, hours=Decimal(1))
    with pytest.raises(WrongState):
        idea.spend(by=cast.lena, hours=Decimal(1), words="早了")


@pytest.mark.django_db
def test_a_trial_with_a_day_is_owed_by_that_day(thought, cast):
    idea = thought("weighed")
    idea.try_out(by=cast.lena, hours=Decimal(1), until=timezone.localdate())
    [one] = [one for one in owed(Reader(cast.lena), Scope(client=cast.qingchuan)) if one.kind == "ideas"]
    assert (one.day, one.person, one.reference) == (timezone.localdate(), cast.lena.pk, idea.reference)


@pytest.mark.django_db
def test_those_who_lead_set_the_budget_and_others_do_not(cast, client):
    client.force_login(cast.mona)
    assert client.post("/settings/trials/", {"hours": 60}).status_code == 302
    assert _left() == 60
    client.force_login(cast.lena)
    assert client.post("/settings/trials/", {"hours": 500}).status_code == 403
    with pytest.raises(Forbidden):
        set_budget(by=cast.lena, hours=500)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_each_day_stands_in_one_quarter(day):
    first, after = first_of_quarter(day), first_of_next(day)
    assert first <= day < after
    assert first_of_quarter(after) == after and 90 <= (after - first).days <= 92
