"""How each kept their word: by person, by client and by period, each count with its list."""

from datetime import UTC, date, datetime, time
from urllib.parse import urlsplit

import pytest
from django.http import QueryDict

from zhike.agreements.models import Promise
from zhike.core.pages.listing import Listing
from zhike.core.resources.registry import RESOURCES
from zhike.core.timeline.moment import at
from zhike.insight.analytics.asked import Asked
from zhike.insight.analytics.word_kept import WordKept
from zhike.surfaces.api.tests.conftest import program_of

SPRING = {"period": "2026-03-01..2026-04-30"}


def noon(day):
    return datetime.combine(day, time(12), UTC)


@pytest.fixture
def settled(cast):
    def settle(person, client, how, day, *, side="us", due=None):
        with at(noon(date(2026, 2, 2))):
            made = Promise.objects.add(
                by=cast.ada, client=client, side=side, text="x", owner=person, due_on=due, valid_from=date(2026, 2, 2)
            )
        with at(noon(day)):
            step = {
                "keep": {},
                "breach": {"reason": "r"},
                "waive": {"reason": "r"},
                "renegotiate": {"reason": "r", "how": "call", "agreed_by": cast.clara, "text": "y"},
            }[how]
            getattr(made, how)(by=cast.ada, **step, **({} if how == "renegotiate" else {"on": day}))

    for how, day, due in (("keep", 3, 3), ("keep", 9, 4), ("breach", 10, None), ("waive", 11, None)):
        settle(cast.lena, cast.qingchuan, how, date(2026, 3, day), due=due and date(2026, 3, due))
    settle(cast.omar, cast.qingchuan, "keep", date(2026, 4, 1))
    settle(cast.omar, cast.qingchuan, "breach", date(2026, 5, 1))
    settle(cast.omar, cast.qingchuan, "breach", date(2026, 4, 2), side="them")
    settle(cast.ida, cast.tramlight, "keep", date(2026, 4, 1))
    settle(cast.omar, cast.qingchuan, "renegotiate", date(2026, 4, 3))
    return cast


def told(row):
    return {
        side: (one.rate.kept, one.rate.late, one.rate.broken) for side, one in (("us", row.ours), ("them", row.theirs))
    }


def behind(one, user):
    return behind_address(one.url, user)


def behind_address(url, user):
    address = urlsplit(url)
    return Listing(RESOURCES["promises"], user, QueryDict(address.query)).matching.count()


def test_it_is_told_by_person_and_by_client(settled):
    kept = WordKept(Asked(settled.ada, SPRING))
    assert {row.who: told(row)["us"] for row in kept.of_people()} == {
        settled.lena: (2, 1, 1), settled.omar: (1, 0, 0), settled.ida: (1, 0, 0),
    }  # fmt: skip
    assert {row.who: told(row) for row in kept.of_clients()} == {
        settled.qingchuan: {"us": (3, 1, 1), "them": (0, 0, 1)},
        settled.tramlight: {"us": (1, 0, 0), "them": (0, 0, 0)},
    }  # fmt: skip
    assert kept.of_clients()[0].who == settled.qingchuan  # least kept first


def test_each_count_is_what_its_list_has(settled):
    kept = WordKept(Asked(settled.ada, SPRING))
    for row in (*kept.of_people(), *kept.of_clients()):
        for one in row.sides:
            assert not one.rate.settled or behind(one, settled.ada) == one.rate.settled


def test_what_was_renegotiated_is_counted_beside_with_its_list(settled):
    kept = WordKept(Asked(settled.ada, SPRING))
    assert {row.who: row.ours.rate.renegotiated for row in kept.of_people()} == {
        settled.lena: 0, settled.omar: 1, settled.ida: 0,
    }  # fmt: skip
    again = next(row.ours for row in kept.of_clients() if row.who == settled.qingchuan)
    assert again.rate.renegotiated == 1 == behind_address(again.again_url, settled.ada)
    assert again.rate.settled == 4, "it is neither kept nor broken"


def test_another_period_tells_of_others(settled):
    (omar,) = WordKept(Asked(settled.ada, {"period": "2026-05-01..2026-05-31"})).of_people()
    assert (omar.who, omar.ours.rate.percent) == (settled.omar, 0)


def test_what_somebody_does_not_see_is_not_counted(settled):
    assert [row.who for row in WordKept(Asked(settled.ida, SPRING)).of_people()] == [settled.ida]


def test_the_page_shows_it(settled, client):
    client.force_login(settled.ada)
    page = client.get("/figures/promises/", SPRING).content.decode()
    assert "Promises kept, by person" in page and "75%" in page and settled.lena.name in page


def test_programs_read_it_of_a_client(settled):
    data = program_of(settled.lena).get(f"clients/{settled.qingchuan.reference}/kept?period={SPRING['period']}").json()
    assert (data["first"], data["last"]) == ("2026-03-01", "2026-04-30")
    assert {name: data["ours"][name] for name in ("settled", "kept", "late", "broken", "renegotiated")} == {
        "settled": 4, "kept": 3, "late": 1, "broken": 1, "renegotiated": 1,
    }  # fmt: skip
    assert data["theirs"]["broken"] == 1 and data["ours"]["list"].startswith("/promises/")
