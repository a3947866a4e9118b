"""Whoever looks after a milestone hears early that it will hardly come in time."""

from datetime import timedelta

import pytest
from django.utils import timezone

from zhike.core.notify.models import Notification
from zhike.core.timeline.delivery import deliver_all
from zhike.core.timeline.models import Event
from zhike.domains.projects.forecasts.warning import warn

pytestmark = pytest.mark.django_db


@pytest.fixture
def tight(site):
    """Twenty days of work for a day that is five days away."""
    site.run()
    point = site.milestone(due=5)
    site.task("搭页面", due=5, hours=160, milestone=point)
    return point


def test_once_and_sees_it_on_my_day(site, tight, client):
    today = timezone.localdate()
    assert (warn(today), warn(today)) == (1, 0)
    tight.refresh_from_db()
    assert tight.at_risk is not None and tight.at_risk < 60 and tight.state == "open"
    event = Event.objects.get(kind="milestone.at_risk")
    assert (event.fact("people"), event.fact("percent")) == ([tight.owner_id], tight.at_risk)
    deliver_all()
    assert Notification.objects.filter(user=tight.owner, event=event).exists()
    client.force_login(tight.owner)
    assert f"{tight.at_risk}% likely in time" in client.get("/").text


def test_again_only_when_it_moved(site, tight, client):
    today = timezone.localdate()
    warn(today)
    tight.refresh_from_db()
    tight.move(by=site.lena, due_on=today + timedelta(days=6), reason="x")
    client.force_login(tight.owner)
    assert "likely in time" not in client.get("/").text
    assert (warn(today), warn(today)) == (1, 0)


def test_nobody_hears_of_what_holds_or_is_far_or_theirs_or_of_which_nothing_is_known(site, cast):
    today = timezone.localdate()
    site.run()
    calm, far, bare, theirs = (
        site.milestone(due=15),
        site.milestone(due=60),
        site.milestone(due=4),
        site.milestone(due=3),
    )
    site.task("一", due=8, hours=8, milestone=calm)
    site.task("二", due=50, hours=900, milestone=far)
    theirs.amend(by=cast.lena, contact=cast.clara)
    site.task("三", due=3, hours=160, milestone=theirs)
    assert bare.at_risk is None
    assert warn(today) == 0


def test_a_project_that_rests_is_left_alone(site, tight):
    site.project.pause(by=site.lena, reason="x")
    assert warn(timezone.localdate()) == 0


def test_my_day_counts_all_of_them_however_many_are_shown(site, client):
    site.run()
    for n in range(7):
        site.task(f"任务{n}", due=5, hours=160, milestone=site.milestone(title=f"上线{n}", due=5))
    assert warn(timezone.localdate()) == 7
    client.force_login(site.lena)
    assert 'tell them early</h2><span class="count">7</span>' in client.get("/").text
