"""What if a project comes later, or another one does the work: seen before anything is so."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhike.core.access.models import Absence
from zhike.core.clock.working_calendar import WorkingCalendar
from zhike.core.timeline.models import Event
from zhike.domains.projects.models import Milestone, Project, Task
from zhike.domains.projects.tests.conftest import site  # noqa: F401
from zhike.domains.projects.whatif.change import Change, Job, changed
from zhike.domains.projects.whatif.forms import WhatIfForm
from zhike.domains.projects.whatif.loads import needed
from zhike.domains.projects.whatif.working_out import outcome

pytestmark = pytest.mark.django_db
WEEK = (((9 * 60, 17 * 60),),) * 5 + ((), ())
CALENDAR = WorkingCalendar("Asia/Shanghai", WEEK)
TODAY = date(2026, 5, 4)
DAYS = st.dates(date(2026, 5, 4), date(2026, 9, 30))
JOBS = st.builds(
    lambda key, owner, first, more, hours: Job(key, key % 2, owner, first, first + timedelta(days=more), hours),
    st.integers(1, 9), st.integers(1, 3), DAYS, st.integers(0, 30), st.floats(1, 200),
)  # fmt: skip


@given(st.lists(JOBS, max_size=6), st.integers(-20, 20), st.integers(5, 100))
def test_no_hour_is_lost_and_other_projects_stay(jobs, days, share):
    change = Change(days, person=1, instead=2, share=share)
    then = changed(jobs, 1, change, CALENDAR)
    before, after = (sum(needed(one, CALENDAR, TODAY).values()) for one in (jobs, then))
    assert after == pytest.approx(before)
    assert [one for one in then if one.project != 1] == [one for one in jobs if one.project != 1]
    assert not any(one.project == 1 and one.owner == 1 for one in then)


@pytest.fixture
def full(site, cast):  # noqa: F811
    """Lena has 60 hours in five working days of this project, Omar nothing."""
    first = site.today + timedelta(days=7 - site.today.weekday())
    site.work = Task.objects.add(
        by=site.lena, project=site.project, title="搭页面", owner=site.lena, hours=60, starts_on=first,
        due_on=first + timedelta(days=4),
    )  # fmt: skip
    site.point = Milestone.objects.add(
        by=site.lena, project=site.project, title="上线", owner=site.lena, due_on=first + timedelta(days=10)
    )
    site.first = first
    return site


def seen(full, **change):
    return outcome(full.project, Change(**change), user=full.lena, today=full.today)


def test_it_tells_the_weeks_with_more_to_do_than_hours(full, cast):
    [now] = seen(full).clashes
    assert (now.person, now.week, round(now.now)) == (cast.lena, full.first, 60) and now.has < 60
    same = seen(full, days=7).clashes[0]
    assert same.is_over_now and not same.is_over_then
    other = seen(full, person=cast.lena.pk, instead=cast.omar.pk)
    assert {one.person for one in other.clashes if one.is_over_then} == {cast.omar}


def test_half_of_the_day_takes_twice_the_days(full, cast):
    found = seen(full, person=cast.lena.pk, share=50)
    assert not any(one.is_over_then for one in found.clashes)
    assert found.ends[0].alone_days > 0


def test_later_work_is_done_later(full):
    end = seen(full, days=14).ends[0]
    assert end.p80_days > 0 and end.alone_days > 0


def test_days_away_are_no_hours(full, cast):
    before = seen(full).clashes[0].has
    Absence.objects.add(
        by=cast.lena, person=cast.lena, deputy=cast.omar, starts_on=full.first, ends_on=full.first + timedelta(days=1)
    )
    assert seen(full).clashes[0].has < before


def test_another_project_of_the_same_people_is_looked_at_as_far_as_one_sees_it(full, cast):
    other = Project.objects.add(by=cast.lena, client=cast.qingchuan, lead=cast.lena, name="导视")
    Task.objects.add(
        by=cast.lena, project=other, title="画草图", owner=cast.lena, hours=8, starts_on=full.first, due_on=full.first
    )
    hidden = Project.objects.add(by=cast.ida, client=cast.tramlight, lead=cast.ida, name="Trams")
    Task.objects.add(by=cast.ida, project=hidden, title="Draw", owner=cast.lena, hours=8, due_on=full.first)
    found = seen(full)
    assert [one.project for one in found.ends] == [full.project, other]
    assert round(found.clashes[0].now) == 68


def test_nothing_is_kept_until_it_is_taken(full, cast, client):
    client.force_login(cast.lena)
    address = f"/projects/{full.project.reference}/what-if/"
    count = Event.objects.count()
    page = client.get(f"{address}?days=7&person={cast.lena.pk}&instead={cast.omar.pk}").content.decode()
    assert "Take it" in page and Event.objects.count() == count
    said = {"days": 7, "person": cast.lena.pk, "instead": cast.omar.pk}
    assert client.post(address, said).status_code == 422
    full.work.refresh_from_db()
    assert full.work.owner == cast.lena
    client.post(address, said | {"reason": "院方推迟"})
    full.work.refresh_from_db()
    full.point.refresh_from_db()
    assert (full.work.owner, full.work.starts_on) == (cast.omar, full.first + timedelta(days=7))
    assert full.point.moves.get().reason == "院方推迟"


def test_what_makes_no_sense_is_refused_in_words(full, cast):
    for said, where in (
        ({"days": "9999"}, "days"), ({"instead": cast.omar.pk}, "person"), ({"share": "50"}, "person"),
        ({"person": cast.lena.pk, "instead": cast.lena.pk}, "instead"), ({"person": cast.ida.pk}, "person"),
    ):  # fmt: skip
        form = WhatIfForm(said, record=full.project)
        assert not form.is_valid() and where in form.errors


def test_a_stranger_sees_nothing_and_a_reader_takes_nothing(full, cast, client):
    address = f"/projects/{full.project.reference}/what-if/"
    client.force_login(cast.ida)
    assert client.get(address).status_code == 404
    client.force_login(cast.rita)
    assert client.get(address).status_code == 200
    assert client.post(address, {}).status_code == 403
