"""Hours: booked by sheet and timer, at the rates of their days; who may see what they cost."""

from datetime import date, timedelta
from decimal import Decimal
from functools import partial

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from tests.at_once import at_once
from zhike.clients.purchases.models import Rate
from zhike.core.lifecycle.errors import Forbidden, Replaced
from zhike.core.timeline.moment import at
from zhike.domains.projects.booking import start_timer, write_sheet
from zhike.domains.projects.clock_words import clock, minutes_of
from zhike.domains.projects.forms_hours import HoursForm
from zhike.domains.projects.models import Hours, Pay
from zhike.domains.projects.money import may_see_money, spent_on, sum_up
from zhike.domains.projects.tests.conftest import Site


@given(st.integers(1, 24 * 60))
def test_what_is_written_is_read_again(minutes):
    assert minutes_of(clock(minutes)) == minutes


@pytest.mark.parametrize(
    ("said", "minutes"),
    [("1:30", 90), ("1.5", 90), ("1,5", 90), ("90m", 90), ("1h 30m", 90), ("1小时30分", 90), ("", 0)],
)
def test_people_write_times_in_many_ways(said, minutes):
    assert minutes_of(said) == minutes


@pytest.mark.parametrize("said", ["viel", "25:00", "-1", "1:2:3"])
def test_what_is_no_time_is_refused(said):
    with pytest.raises(ValidationError):
        minutes_of(said)


def test_a_cell_of_the_sheet_is_set_not_added(site):
    site.run()
    cell = (site.task("画草图"), site.today)
    assert write_sheet(site.lena, {cell: 90}, by=site.lena) == 1
    assert write_sheet(site.lena, {cell: 120}, by=site.lena) == 1
    assert write_sheet(site.lena, {cell: 120}, by=site.lena) == 0
    assert [one.minutes for one in Hours.objects.standing()] == [120]
    write_sheet(site.lena, {cell: 0}, by=site.lena)
    assert not Hours.objects.standing().exists()


def test_one_hour_is_said_as_one(site, client):
    site.run()
    task = site.task("画草图")
    write_sheet(site.lena, {(task, site.today): 60}, by=site.lena)
    client.force_login(site.lena)
    page = f"/projects/{site.project.reference}/"
    assert ">1 hour</p>" in client.get(page).text
    task.amend(by=site.lena, hours=Decimal(8))
    assert ">1 of 8 estimated hours</p>" in client.get(page).text
    task.amend(by=site.lena, hours=Decimal(1))
    assert ">1 of 1 estimated hour</p>" in client.get(page).text
    assert "of 1 hour</span>" in client.get(f"/tasks/{task.reference}/").text


def test_one_timer_runs_at_a_time(site):
    site.run()
    first, second = site.task("画草图"), site.task("写文案")
    now = timezone.now()
    with at(now - timedelta(minutes=50)):
        running = start_timer(first, by=site.lena)
    with at(now):
        start_timer(second, by=site.lena)
    running.refresh_from_db()
    assert (running.minutes, running.since) == (50, None)
    assert Hours.objects.running(site.lena).get().task == second


@pytest.mark.django_db(transaction=True)
def test_of_two_timers_begun_at_the_same_moment_one_runs(cast):
    site = Site(cast)
    site.run()
    tasks = [site.task("画草图"), site.task("写文案")]
    at_once(*(partial(start_timer, task, by=cast.lena) for task in tasks))
    assert Hours.objects.running(cast.lena).count() == 1 and Hours.objects.count() == 2


@pytest.mark.parametrize("week", ["0001-01-01", "9999-12-31", "soon"])
def test_a_week_that_no_calendar_has_is_this_one(site, client, week):
    client.force_login(site.lena)
    assert client.get("/hours/week/", {"week": week}).context["monday"].year == site.today.year


def test_nobody_books_for_others_but_who_leads(site, cast):
    said = {"project": site.run(), "person": cast.omar, "on": site.today, "minutes": 60}
    with pytest.raises(Forbidden):
        Hours.objects.add(by=cast.rita, **(said | {"person": cast.rita}))
    entry = Hours.objects.add(by=cast.mona, **said)
    with pytest.raises(Forbidden):
        entry.amend(by=site.lena, minutes=30)
    form = HoursForm(
        {"project": said["project"].pk, "person": cast.omar.pk, "on": site.today, "minutes": 5}, by=site.lena
    )
    assert "person" in form.errors


def test_hours_are_booked_on_what_runs_alone(site):
    form = HoursForm({"project": site.project.pk, "on": site.today, "minutes": 60}, by=site.lena)
    assert "project" in form.errors


def test_each_hour_costs_what_its_role_cost_that_day(site, cast):
    site.run()
    for since, cost in ((date(2026, 1, 1), 100), (date(2026, 3, 1), 120)):
        Pay.objects.add(by=cast.mona, role="设计", since=since, cost=cost, price=300, currency="CNY")
    for on, role in (
        (date(2026, 2, 28), "设计"),
        (date(2026, 3, 1), "设计"),
        (date(2025, 1, 1), "设计"),
        (site.today, ""),
    ):
        Hours.objects.add(by=site.lena, project=site.project, person=site.lena, on=on, minutes=90, role=role)
    spent = spent_on(site.project)
    assert (spent.minutes, spent.cost, spent.worth, spent.unpriced) == (360, Decimal(330), Decimal(900), 180)


def test_a_rate_in_another_currency_counts_at_the_exchange_rate_of_its_day(site, cast):
    site.run()
    since = site.today - timedelta(days=30)
    Rate.objects.add(by=cast.ada, currency="EUR", day=since, rate=Decimal("7.8"))
    for role, currency in (("设计", "EUR"), ("测试", "USD")):
        Pay.objects.add(by=cast.mona, role=role, since=since, cost=100, currency=currency)
        said = {"project": site.project, "person": site.lena, "on": site.today, "role": role}
        Hours.objects.add(by=site.lena, minutes=60, **said)
    spent = spent_on(site.project)
    assert (spent.cost, spent.currency, spent.unpriced) == (Decimal(780), "CNY", 60)


def test_the_costs_are_for_those_who_lead(site, cast):
    Pay.objects.add(by=cast.mona, role="设计", since=site.today, cost=100, currency="CNY")
    assert [may_see_money(one, site.project) for one in (cast.mona, site.lena, cast.omar)] == [True, True, False]
    assert Pay.objects.visible_to(cast.mona).exists()
    assert not Pay.objects.visible_to(cast.omar).exists()


def test_the_page_tells_costs_only_to_those(site, cast, client):
    site.run()
    Pay.objects.add(by=cast.mona, role="设计", since=date(2026, 1, 1), cost=100, price=300, currency="CNY")
    said = {"project": site.project, "person": site.lena, "on": site.today, "minutes": 600, "role": "设计"}
    Hours.objects.add(by=site.lena, **said)
    for person, sees in ((site.lena, True), (cast.omar, False)):
        client.force_login(person)
        page = client.get(f"/projects/{site.project.reference}/").content.decode()
        assert ("1,000.00" in page) is sees


def test_the_sheet_is_written_on_its_page(site, cast, client):
    site.run()
    task = site.task("画草图", due=0)
    client.force_login(site.lena)
    monday = site.today - timedelta(days=site.today.weekday())
    assert client.post(f"/hours/week/?week={monday}", {f"c-{task.pk}-{monday}": "viel"}).status_code == 422
    assert client.post(f"/hours/week/?week={monday}", {f"c-{task.pk}-{monday}": "1:30"}).status_code == 302
    assert Hours.objects.get().minutes == 90
    client.force_login(cast.rita)
    assert client.get("/hours/week/").status_code == 403


@given(
    st.lists(
        st.tuples(st.sampled_from(["a", "b", ""]), st.dates(date(2026, 1, 1), date(2026, 12, 31)), st.integers(1, 600))
    )
)
def test_more_hours_never_cost_less(booked):
    rates = {"a": [(date(2026, 2, 1), Decimal(100), Decimal(200))]}
    less, more = (sum_up(booked[:cut], rates, "CNY") for cut in (len(booked) // 2, len(booked)))
    assert less.cost <= more.cost
    assert less.minutes <= more.minutes


def test_a_second_rate_of_a_day_is_refused_in_words(cast, client):
    client.force_login(cast.mona)
    said = {"role": "设计", "since": "2026-01-01", "cost": "100", "currency": "CNY"}
    assert client.post("/pay/new/", said).status_code == 302
    again = client.post("/pay/new/", said)
    assert again.status_code == 422 and "from this day on already" in again.text


def test_what_was_replaced_is_not_brought_back_beside_it(cast):
    said = {"by": cast.mona, "role": "设计", "since": date(2026, 1, 1), "cost": 100, "currency": "CNY"}
    first = Pay.objects.add(**said)
    first.archive(by=cast.mona)
    second = Pay.objects.add(**said)
    with pytest.raises(Replaced, match="stands already"):
        first.restore(by=cast.mona)
    second.archive(by=cast.mona)
    first.restore(by=cast.mona)
