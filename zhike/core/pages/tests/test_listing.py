"""Lists as their address asks: order, stretches, filters, columns, counts."""

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from tests.cast import make_cast
from zhike.clients.models import Client
from zhike.core.pages import counting
from zhike.core.pages.listing import Listing
from zhike.core.resources.registry import RESOURCES


def listing(user, query="", size=50):
    return Listing(RESOURCES["clients"], user, QueryDict(query), size)


def walk(user, query, size):
    """Every stretch from the first to the last."""
    found, asked = [], query
    while True:
        one = listing(user, asked, size)
        found += [record.pk for record in one.shown]
        if not one.next_query:
            return found
        asked = one.next_query


class Stretches(TestCase):
    """However rows are ordered, and whatever is missing in them, each comes once."""

    @given(
        st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from([None, "2026-01-02", "2026-03-04"])), max_size=12),
        st.sampled_from(["name", "-name", "next_follow_up", "-next_follow_up", "owner", "-owner", ""]),
        st.integers(1, 5),
    )
    def test_they_hold_each_row_once_in_order(self, rows, order, size):
        cast = make_cast()
        people = [cast.lena, cast.omar, None]
        for n, (name, day) in enumerate(rows):
            made = Client.objects.add(by=cast.lena, name=name, owner=people[n % 3])
            Client.objects.filter(pk=made.pk).update(next_follow_up=day)
        whole = [record.pk for record in listing(cast.ada, f"sort={order}", 1_000).shown]
        assert walk(cast.ada, f"sort={order}", size) == whole
        assert sorted(whole) == sorted(Client.objects.values_list("pk", flat=True))


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("owner=me", ["Mine"]),
        ("owner=none", ["Nobody's"]),
        ("owner=me&owner=none", ["Mine", "Nobody's"]),
        ("tags=VIP", ["Mine"]),
        ("tags=VIP&owner=none", []),
        ("industry=tea", ["Nobody's"]),
        ("next_follow_up=late", ["Mine"]),
        ("next_follow_up=2019-12-31..2020-01-01", ["Mine"]),
        ("next_follow_up=..2019-12-31", []),
        ("next_follow_up=2020-01-01..", ["Mine"]),
        ("next_follow_up=2019-13-45..2020-99-99", []),
        ("team=none", ["Mine", "Nobody's"]),
        ("next_follow_up=never", ["Nobody's", "晴川医疗"]),
        ("last_contact_at=never", ["Mine", "Nobody's", "晴川医疗"]),
        ("archived=yes", ["Gone"]),
        ("q=nobody", ["Nobody's"]),
        ("owner=x&sort=__class__&columns=zz&after=forged&next_follow_up=x&last_contact_at=9999999999999d", []),
    ],
)
def test_filters_narrow_it(cast, query, names):
    from zhike.core.timeline.delivery import deliver_all

    Client.objects.add(by=cast.lena, name="Mine", owner=cast.lena, tags=["VIP"])
    Client.objects.add(by=cast.lena, name="Nobody's", industry="Tea trade")
    Client.objects.add(by=cast.lena, name="Gone", owner=cast.lena).archive(by=cast.lena)
    deliver_all()
    Client.objects.filter(name="Mine").update(next_follow_up="2020-01-01")
    cast.qingchuan.amend(by=cast.lena, owner=cast.omar)
    assert [str(record) for record in listing(cast.lena, query).shown] == names


def test_days_that_nobody_offered_are_said_and_kept_by_the_menu(client, lena):
    client.force_login(lena)
    page = client.get("/clients/?next_follow_up=2024-03-02..2024-03-08").text
    assert "2 Mar 2024 – 8 Mar 2024" in page
    menu = client.get("/clients/filters/?next_follow_up=2024-03-02..2024-03-08").text
    assert '<option value="2024-03-02..2024-03-08" selected>2 Mar 2024 – 8 Mar 2024</option>' in menu


def test_columns_are_chosen_by_the_address(lena):
    assert [column.name for column in listing(lena, "columns=size,owner").columns] == ["name", "size", "owner"]


def test_a_count_is_exact_until_it_is_large(cast, monkeypatch):
    for n in range(5):
        Client.objects.add(by=cast.lena, name=f"Client {n}")
    assert [str(listing(cast.ada, size=size).count) for size in (2, 50)] == ["7", "7"]
    monkeypatch.setattr(counting, "EXACT", 3)
    assert not listing(cast.ada, size=2).count.exact
    assert listing(cast.ada).count.exact
