"""Hours that were worked again, since a requirement had left something open."""

from datetime import date
from decimal import Decimal

import pytest

from zhike.core.lifecycle.errors import Forbidden
from zhike.core.timeline.models import Event
from zhike.domains.projects.models import Hours, Pay, Project
from zhike.domains.projects.tests.conftest import site  # noqa: F401
from zhike.domains.requirements.rework.bands import BANDS, words_of
from zhike.domains.requirements.rework.forms import ReworkForm
from zhike.domains.requirements.rework.models import Rework
from zhike.domains.requirements.tests.conftest import HEARD, wanting  # noqa: F401

pytestmark = pytest.mark.django_db


@pytest.fixture
def unclear(wanting, site):  # noqa: F811
    return wanting.heard(project=site.project)


@pytest.fixture
def hours(site):  # noqa: F811
    return Hours.objects.add(
        by=site.lena, project=site.project, person=site.lena, on=date(2026, 5, 4), minutes=90, role="设计"
    )


def gate(cast, **said):
    return ReworkForm({name: getattr(one, "pk", one) for name, one in said.items()}, by=cast.lena)


def test_hours_are_noted_as_rework_of_a_requirement(unclear, hours, cast):
    form = gate(cast, requirement=unclear, hours=hours, note="首页重排了一遍")
    assert form.is_valid(), form.errors
    made = form.save(by=cast.lena)
    assert (made.client, list(Rework.objects.booked())) == (cast.qingchuan, [hours])
    assert Event.objects.get(kind="rework.noted").facts["what"] == HEARD


def test_what_it_left_open_when_it_was_heard_stays(unclear, cast):
    before = unclear.heard_ambiguity
    assert before == unclear.ambiguity > 0
    unclear.amend(by=cast.lena, statement="首页只留三个入口，5月3日前上线")
    unclear.refresh_from_db()
    assert unclear.ambiguity < before == unclear.heard_ambiguity


def test_each_hours_are_noted_once(unclear, hours, cast):
    first = Rework.objects.add(by=cast.lena, requirement=unclear, hours=hours, note="重排")
    form = gate(cast, requirement=unclear, hours=hours, note="又重排")
    assert form.errors["__all__"] == ["These hours are noted as rework already."]
    first.archive(by=cast.lena)
    assert gate(cast, requirement=unclear, hours=hours, note="又重排").is_valid()


def test_hours_of_another_project_are_refused(unclear, hours, cast):
    other = Project.objects.add(by=cast.lena, client=cast.qingchuan, lead=cast.lena, name="导视")
    elsewhere = Hours.objects.add(by=cast.lena, project=other, person=cast.lena, on=date(2026, 5, 4), minutes=30)
    form = gate(cast, requirement=unclear, hours=elsewhere, note="重排")
    assert form.errors["hours"] == ["These hours were booked on another project."]


def test_the_form_names_hours_by_day_and_person(unclear, hours, cast, client):
    client.force_login(cast.lena)
    page = client.get(f"/rework/new/?requirement={unclear.pk}").content.decode()
    assert "1:30 · Lena 林娜 · 官网改版" in page


def test_the_requirement_tells_hours_and_who_may_see_it_the_cost(unclear, hours, cast, client):
    Rework.objects.add(by=cast.lena, requirement=unclear, hours=hours, note="重排")
    Pay.objects.add(by=cast.mona, role="设计", since=date(2026, 1, 1), cost=Decimal(200), currency="CNY")
    for person, sees in ((cast.lena, True), (cast.mona, True), (cast.omar, False)):
        client.force_login(person)
        page = client.get(f"/requirements/{unclear.reference}/").content.decode()
        assert "1.5 h were worked again" in page
        assert ("300.00" in page) is sees, person
    assert "重排" in client.get(f"/hours/{hours.reference}/").content.decode()


def test_a_reader_notes_none(unclear, hours, cast):
    with pytest.raises(Forbidden):
        Rework.objects.add(by=cast.rita, requirement=unclear, hours=hours, note="重排")


def test_the_figure_sets_hours_beside_what_was_heard(unclear, hours, cast, client):
    Rework.objects.add(by=cast.lena, requirement=unclear, hours=hours, note="重排")
    client.force_login(cast.mona)
    page = client.get("/figures/rework/?period=2026-01-01..2026-12-31").content.decode()
    assert "Requirements heard" in page and "Cost" in page
    name = next(one for one, (low, high, _w) in BANDS.items() if low <= unclear.heard_ambiguity <= high)
    table = client.get("/figures/rework.csv?period=2026-01-01..2026-12-31").content.decode()
    assert f"{words_of(name)},1.5" in table
    client.force_login(cast.omar)
    assert ">Cost<" not in client.get("/figures/rework/?period=2026-01-01..2026-12-31").content.decode()


def test_the_bands_leave_no_score_out():
    covered = [score for low, high, _words in BANDS.values() for score in range(low, high + 1)]
    assert covered == list(range(101))
