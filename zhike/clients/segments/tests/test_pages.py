"""What people see of segments, and what they do not."""

import pytest
from django.urls import reverse

from zhike.clients.segments.models import Segment
from zhike.clients.segments.tests.test_moves import settle


@pytest.fixture
def everyone(cast) -> Segment:
    made = Segment.objects.add(
        by=cast.lena, name="All we know", rule={"field": "name", "filled": True}, owner=cast.lena
    )
    settle()
    return made


def shown(client, person, url: str) -> str:
    client.force_login(person)
    return client.get(url).content.decode()


def test_one_sees_of_a_segment_only_the_clients_one_sees(client, cast, everyone):
    page = reverse("segments:detail", args=[everyone.reference])
    assert "晴川医疗" in shown(client, cast.lena, page)
    assert "Tramlight" not in shown(client, cast.lena, page)
    assert "Tramlight" in shown(client, cast.ida, page)
    for url in (reverse("clients:list") + f"?segment={everyone.pk}", reverse("segments:list")):
        assert f'"/clients/?segment={everyone.pk}">1<' in shown(client, cast.lena, reverse("segments:list"))
        assert "Tramlight" not in shown(client, cast.lena, url)


def test_one_does_not_see_what_another_keeps_for_oneself(client, cast):
    everyone = Segment.objects.add(
        by=cast.lena, name="All we know", rule={"field": "name", "filled": True}, owner=cast.lena, visibility="own"
    )
    settle()
    client.force_login(cast.omar)
    assert client.get(reverse("segments:detail", args=[everyone.reference])).status_code == 404
    assert "晴川医疗" not in shown(client, cast.omar, reverse("clients:list") + f"?segment={everyone.pk}")
    assert "All we know" not in shown(client, cast.omar, reverse("clients:detail", args=[cast.qingchuan.reference]))


def test_the_client_page_says_since_when_and_why(client, cast, everyone):
    page = reverse("clients:detail", args=[cast.qingchuan.reference])
    assert everyone.reference in shown(client, cast.lena, page)
    assert "since" in shown(client, cast.lena, page + "?tab=segments") or "it fitted" in shown(
        client, cast.lena, page + "?tab=segments"
    )


def test_the_list_of_clients_shows_the_segments(client, cast, everyone):
    said = shown(client, cast.lena, reverse("clients:list") + "?columns=segments")
    assert "All we know" in said.split("晴川医疗", 1)[1]


def test_ticked_clients_are_put_into_a_segment(client, cast):
    picked = Segment.objects.add(by=cast.lena, name="References", owner=cast.lena)
    client.force_login(cast.lena)
    assert "References" in client.get(reverse("clients:bulk"), {"field": "segment"}).content.decode()
    told = {"ids": [cast.qingchuan.pk, cast.tramlight.pk], "action": "set:segment", "segment": picked.pk}
    client.post(reverse("clients:bulk"), told)
    assert [stay.client for stay in picked.memberships.present()] == [cast.qingchuan]  # the other she does not see


def test_two_segments_beside_each_other(client, cast, everyone):
    picked = Segment.objects.add(by=cast.lena, name="References", owner=cast.lena)
    picked.pick(by=cast.ada, clients=[cast.qingchuan, cast.tramlight])
    url = reverse("compare_segments") + f"?a={everyone.pk}&b={picked.pk}"
    for person, count in ((cast.lena, 1), (cast.ada, 2)):
        assert f"<strong>{count}</strong>" in shown(client, person, url)
