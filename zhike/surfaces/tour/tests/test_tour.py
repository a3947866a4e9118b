"""Who is new is led over the real pages, once, and may leave."""

from datetime import timedelta

import pytest
from django.test import Client as Browser
from django.utils import timezone

from tests.cast import Cast
from zhike.core.access.models import User
from zhike.surfaces.tour.models import Tour
from zhike.surfaces.tour.stops import stops_of

OFFER = "two minutes"


def test_my_day_offers_it_to_who_is_new(client: Browser, cast: Cast) -> None:
    client.force_login(cast.lena)
    assert OFFER in client.get("/").text
    User.objects.filter(pk=cast.lena.pk).update(created_at=timezone.now() - timedelta(days=40))
    assert OFFER not in client.get("/").text


def test_each_stop_is_a_real_page_with_its_card(client: Browser, cast: Cast) -> None:
    for person in (cast.lena, cast.mona, cast.rita, cast.ida):
        client.force_login(person)
        for number, stop in enumerate(stops_of(person), 1):
            answer = client.post("/tour/go/", {"stop": number}, follow=True)
            assert answer.status_code == 200 and f"Stop {number} of " in answer.text, stop
            assert str(stop.title) in answer.text
            assert Tour.objects.get(user=person).stop == number


def test_it_shows_only_what_one_has(client: Browser, cast: Cast) -> None:
    urls = {person.name: [stop.url for stop in stops_of(person)] for person in (cast.lena, cast.mona, cast.ida)}
    assert "/team/" in urls["Mona"] and "/team/" not in urls["Ida"]
    assert f"/clients/{cast.tramlight.reference}/" in urls["Ida"]
    assert f"/clients/{cast.qingchuan.reference}/" not in urls["Ida"]


def test_it_goes_on_where_one_left_and_is_offered_no_more_once_over(client: Browser, cast: Cast) -> None:
    client.force_login(cast.lena)
    client.post("/tour/go/", {"stop": 3})
    assert "Go on with your look round" in client.get("/").text
    assert client.post("/tour/end/").url == "/"
    page = client.get("/").text
    assert OFFER not in page and "Go on with" not in page
    assert client.get("/tour/").status_code == 200
    client.force_login(cast.omar)
    assert OFFER in client.get("/").text


@pytest.mark.parametrize("stop", ["0", "99", "-1", "x", "²", "9" * 30, ""])
def test_nonsense_leads_nowhere(client: Browser, cast: Cast, stop: str) -> None:
    client.force_login(cast.lena)
    assert client.post("/tour/go/", {"stop": stop}).status_code == 404
    page = client.get("/clients/", {"tour": stop, "sort": "name"})
    assert page.status_code == 200 and "tour-card" not in page.text
