"""Every value of every picture is what the list behind it comes to."""

import csv
from datetime import date, timedelta
from decimal import Decimal
from io import StringIO
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.db.models import Sum
from django.http import QueryDict
from django.test import Client as Browser

from tests.cast import Cast
from zhike.agreements.choices import Side
from zhike.agreements.models import Promise
from zhike.agreements.rates import kept_rates, settled
from zhike.core.access.preferences import change_company, company
from zhike.core.pages.listing import Listing
from zhike.core.resources.registry import RESOURCES
from zhike.domains.conversations.answer_times import answered_after
from zhike.domains.projects.models import Hours, Pay
from zhike.insight.analytics.asked import Asked
from zhike.insight.analytics.registry import Picture, Unit, Value, every

COST = "Cost, CNY"
YEAR = {"period": "53w"}


def behind(value: Value, user: Any) -> Any:
    """The records of the list that the value opens."""
    address = urlsplit(value.url)
    return Listing(RESOURCES[address.path.strip("/")], user, QueryDict(address.query)).matching


def come_to(found: Any, value: Value, picture: Picture) -> Any:
    """Counted another way than the picture counts."""
    if picture.unit == Unit.MONEY:
        return found.aggregate(sum=Sum("amount_home"))["sum"] or Decimal(0)
    if picture.unit == Unit.COUNT:
        return len(found)
    if picture.name == "rework":
        return pytest.approx(sum(one.hours.minutes for one in found) / 60)
    if picture.name == "effort":
        return pytest.approx(sum(one.minutes or 0 for one in found) / 60)
    waited = sorted(answered_after(one.happened_at, one.answered_at) for one in found)
    if not waited:
        return None
    fraction = 0.5 if value.series == "Half within" else 0.9
    place = fraction * (len(waited) - 1)
    return pytest.approx(
        waited[int(place)] * (1 - place % 1) + waited[min(int(place) + 1, len(waited) - 1)] * (place % 1)
    )


def whole(picture: Picture, user: Any, words: dict[str, str] | None = None) -> Any:
    return sum(one.number or 0 for one in picture.values(Asked(user, words or {})))


def test_each_value_is_what_the_list_behind_it_comes_to(worked: Cast) -> None:
    for picture in every():
        values = list(picture.values(Asked(worked.lena, {})))
        assert any(one.number for one in values), picture.name
        for value in values:
            assert value.number == come_to(behind(value, worked.lena), value, picture), (picture.name, value)


def test_what_a_stranger_may_not_see_is_not_counted(worked: Cast) -> None:
    """Lena and Ida work for different clients; neither is told of the other's, and Ada is told of both."""
    for picture in every():
        idas, lenas = whole(picture, worked.ida), whole(picture, worked.lena)
        assert idas and lenas, picture.name
        if picture.unit != Unit.HOURS:
            assert whole(picture, worked.ada) == idas + lenas, picture.name


def test_it_can_be_asked_for_one_owner_or_team(worked: Cast) -> None:
    for picture in every():
        for whose in ({"owner": str(worked.ida.pk)}, {"team": str(worked.ida.team_id)}):
            assert whole(picture, worked.ada, whose) == whole(picture, worked.ida), picture.name
            for value in picture.values(Asked(worked.ada, whose)):
                assert value.number == come_to(behind(value, worked.ada), value, picture), (picture.name, value)


def test_a_bar_opens_its_list(client: Browser, worked: Cast) -> None:
    client.force_login(worked.lena)
    page = client.get("/figures/activity/").text
    value = next(one for one in _values("activity", worked.lena) if one.number)
    assert value.url.replace("&", "&amp;") in page
    shown = client.get(value.url)
    assert shown.context["listing"].count.number == value.number


def test_promises_say_what_the_rate_says(worked: Cast) -> None:
    rate = kept_rates(settled(Promise.objects.visible_to(worked.lena)))[Side.US]
    told: dict[str, int] = {}
    for one in _values("promises", worked.lena, YEAR):
        told[one.series] = told.get(one.series, 0) + one.number
    assert told == {"Kept in time": rate.kept - rate.late, "Kept late": rate.late, "Broken": rate.broken}
    assert min(told.values()) > 0


def test_the_file_has_the_same_figures_and_runs_nothing(client: Browser, worked: Cast) -> None:
    worked.lena.team.amend(by=worked.ada, name="=Care")
    client.force_login(worked.lena)
    rows = list(csv.reader(StringIO(client.get("/figures/teams.csv").content.decode("utf-8-sig"))))
    assert rows[0] == ["Week", "'=Care"]
    assert sum(int(row[1]) for row in rows[1:]) == sum(one.number for one in _values("teams", worked.lena))


def test_the_file_of_rework_tells_the_cost_to_those_who_may_see_it(client: Browser, worked: Cast, today: date) -> None:
    role = {"role": "Design", "since": today - timedelta(days=90)}
    Pay.objects.add(by=worked.mona, cost=Decimal(200), currency=company().currency, **role)
    Hours.objects.filter(rework__isnull=False).update(role="Design")
    said = {}
    for person in (worked.lena, worked.mona):
        client.force_login(person)
        text = client.get("/figures/rework.csv", YEAR).content.decode("utf-8-sig")
        said[person] = list(csv.DictReader(StringIO(text)))
    assert not any(head.startswith("Cost") for head in said[worked.lena][0])
    hours, cost = (sum(Decimal(row[one] or 0) for row in said[worked.mona]) for one in ("Worked again", COST))
    assert hours and cost == 200 * hours
    assert sum(int(row["Worked again for"]) for row in said[worked.lena]) == 1


def test_the_address_says_when_and_whose(client: Browser, worked: Cast) -> None:
    client.force_login(worked.ada)
    page = client.get(f"/figures/?period=26w&team={worked.ida.team_id}").text
    assert 'value="26w" selected' in page and f'value="{worked.ida.team_id}" selected' in page
    assert f"/figures/activity/?period=26w&amp;team={worked.ida.team_id}" in page
    assert client.get("/figures/?period=nonsense").context["asked"].stretch.weeks[12]


@pytest.mark.parametrize(
    "words", ["99999w", "2026-13-45..2026-99-99", "9999-12-31..9999-12-31", "9999-12-30..9999-12-30", "..", "x' or 1=1"]
)
def test_a_nonsense_period_is_the_usual_one(client: Browser, lena: Any, words: str) -> None:
    client.force_login(lena)
    assert client.get("/figures/promises/", {"period": words}).status_code == 200


def test_the_target_is_the_companys(client: Browser, worked: Cast) -> None:
    change_company(by=worked.ada, answer_hours=6)
    client.force_login(worked.lena)
    assert 'data-target-value="6"' in client.get("/figures/answers/").text


def test_without_the_area_its_pictures_leave(client: Browser, worked: Cast) -> None:
    change_company(by=worked.ada, areas_off=["stages"])
    client.force_login(worked.lena)
    assert "/figures/stages/" not in client.get("/figures/").text
    assert client.get("/figures/stages/").status_code == 404
    change_company(by=worked.ada, areas_off=["figures"])
    assert client.get("/figures/").status_code == 404


def _values(name: str, user: Any, words: dict[str, str] | None = None) -> list[Value]:
    return list(next(one for one in every() if one.name == name).values(Asked(user, words or {})))


@pytest.mark.parametrize(("name", "asks"), [("tiers", False), ("activity", True)])
def test_what_is_as_of_today_asks_for_no_period(client: Browser, lena: Any, name: str, asks: bool) -> None:
    client.force_login(lena)
    assert ('name="period"' in client.get(f"/figures/{name}/").text) is asks
