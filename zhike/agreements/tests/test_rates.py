"""How promises were kept: the figure on the client page and the list behind it agree."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from zhike.agreements.models import Promise
from zhike.agreements.rates import kept_rates, settled
from zhike.clients.models import Client
from zhike.core.resources.reader import Reader
from zhike.core.resources.registry import RESOURCES


@pytest.fixture
def history(cast):
    """Of ours two kept in time, one late, one broken, one waived, one open; of theirs one kept."""
    today = timezone.localdate()
    said = {"by": cast.lena, "client": cast.qingchuan, "valid_from": today - timedelta(days=9)}
    made = [Promise.objects.add(**said, text=f"承诺{n}", due_on=today - timedelta(days=3)) for n in range(6)]
    early = today - timedelta(days=4)
    for one, on in zip(made[:3], (early, early, today), strict=True):
        one.keep(by=cast.lena, on=on)
    made[3].breach(by=cast.lena, reason="忘了")
    made[4].waive(by=cast.lena, reason="不要了")
    Promise.objects.add(**said, side="them", text="名单", contact=cast.clara).keep(by=cast.lena)


def test_late_ones_are_kept_and_waived_ones_do_not_count(history, cast):
    rates = kept_rates(settled(Promise.objects.filter(client=cast.qingchuan)))
    ours = rates["us"]
    assert (ours.kept, ours.late, ours.broken, ours.percent) == (3, 1, 1, 75)
    assert rates["them"].percent == 100


def test_the_figure_leads_to_the_list_it_is_made_of(history, cast, client):
    client.force_login(cast.lena)
    page = client.get(f"/clients/{cast.qingchuan.reference}/").content.decode()
    assert "75%" in page
    behind = re.search(r'href="(/promises/\?side=us[^"]*)"', page)[1].replace("&amp;", "&")
    listed = client.get(behind).content.decode()
    assert len(set(re.findall(r'href="/promises/(PM-[0-9]+)/"', listed))) == 4


def test_what_was_renegotiated_stands_beside_the_figure(history, cast, client):
    made = Promise.objects.add(by=cast.lena, client=cast.qingchuan, text="初稿")
    made.renegotiate(by=cast.lena, reason="等素材", text="初稿和终稿", agreed_by=cast.clara, how="call")
    client.force_login(cast.lena)
    page = client.get(f"/clients/{cast.qingchuan.reference}/").content.decode()
    assert "75%" in page and "1 of ours was renegotiated" in page
    behind = re.search(r'href="(/promises/\?side=us&amp;state=superseded[^"]*)"', page)[1].replace("&amp;", "&")
    assert set(re.findall(r'href="/promises/(PM-[0-9]+)/"', client.get(behind).content.decode())) == {made.reference}


def test_the_list_of_clients_shows_it_with_its_last_knots(history, cast, client):
    client.force_login(cast.lena)
    page = client.get("/clients/").content.decode()
    cell = re.search(r'<span class="kept-rate">.*?</span></span>|<span class="kept-rate">.*?</span>', page)[0]
    assert f"client={cast.qingchuan.reference}" in cell and ">75%</a>" in cell
    assert re.findall(r'<i class="(\w+)"', cell) == ["kept", "kept", "late", "broken"]
    assert page.count("kept-rate") == 1, "a client without settled promises shows nothing"


def test_a_client_read_without_the_list_shows_the_same(history, cast):
    column = next(one for one in RESOURCES["clients"].columns if one.name == "promises_kept")
    reader = Reader(cast.lena)
    brought = Client.objects.annotate(**column.brings(reader)).get(pk=cast.qingchuan.pk)
    assert column.cell(brought, reader) == column.cell(cast.qingchuan, reader) != column.cell(cast.tramlight, reader)
