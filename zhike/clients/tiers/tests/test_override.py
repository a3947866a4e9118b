"""A tier by hand: asked with a reason, approved by somebody above, ended by its day or by hand."""

from datetime import timedelta

import pytest
from django.test import Client as Browser
from django.utils import timezone

from tests.cast import Cast
from zhike.clients.models import Client
from zhike.clients.tiers.errors import Over, SameTier
from zhike.clients.tiers.models import Override
from zhike.clients.tiers.overriding import ask_for_tier, end, end_what_is_over
from zhike.clients.tiers.tests.conftest import Tiers, tier_of, told
from zhike.core.approval.errors import AlreadyAsked, ReasonMissing
from zhike.core.approval.models import Approval
from zhike.core.lifecycle.errors import Forbidden
from zhike.core.timeline.models import Event

TODAY = timezone.localdate


def given(cast: Cast, tiers: Tiers, **more: object) -> Override:
    ask_for_tier(cast.qingchuan, by=cast.lena, tier=tiers.c, reason="They grow", **more).approve(by=cast.mona)
    return Override.objects.open().get()


def test_it_waits_for_somebody_above(cast: Cast, tiers: Tiers) -> None:
    approval = ask_for_tier(cast.qingchuan, by=cast.lena, tier=tiers.c, reason="They grow")
    assert tier_of(cast.qingchuan) == ""
    assert sorted(seat.person.name for seat in approval.seats.all()) == ["Ada", "Mona"]
    assert str(approval) == "Tier Tier C for 晴川医疗"
    with pytest.raises(Forbidden):
        approval.approve(by=cast.omar)


def test_the_history_says_from_to_why_and_who_approved(cast: Cast, tiers: Tiers) -> None:
    cast.qingchuan.amend(by=cast.lena, industry="医疗")
    assert tier_of(cast.qingchuan) == "A"
    given(cast, tiers)
    assert tier_of(cast.qingchuan) == "C"
    event = Event.objects.get(kind="tier.overridden")
    assert (event.fact("from")["text"], event.fact("to")["text"], event.fact("why")) == (
        "Tier A",
        "Tier C",
        "They grow",
    )
    assert (event.actor, event.fact("asker")["text"]) == (cast.mona, "Lena 林娜")


def test_no_rule_moves_it_while_it_holds(cast: Cast, tiers: Tiers) -> None:
    given(cast, tiers)
    cast.qingchuan.amend(by=cast.lena, industry="医疗")
    assert tier_of(cast.qingchuan) == "C"


def test_it_ends_on_its_day_and_the_rule_decides_again(cast: Cast, tiers: Tiers) -> None:
    cast.qingchuan.amend(by=cast.lena, industry="医疗")
    assert tier_of(cast.qingchuan) == "A"
    given(cast, tiers, until=TODAY() + timedelta(days=3))
    assert end_what_is_over(TODAY() + timedelta(days=3)) == 0
    assert end_what_is_over(TODAY() + timedelta(days=4)) == 1
    assert tier_of(cast.qingchuan) == "A"
    assert told(cast.qingchuan) == ["tier.by_rule", "tier.overridden", "tier.override_ended", "tier.by_rule"]


def test_somebody_may_end_it_before(cast: Cast, tiers: Tiers) -> None:
    given(cast, tiers)
    with pytest.raises(Forbidden):
        end(cast.qingchuan, by=cast.omar)
    assert end(cast.qingchuan, by=cast.lena).kind == "tier.override_ended"
    assert end(cast.qingchuan, by=cast.lena) is None
    assert tier_of(cast.qingchuan) == ""


def test_another_one_takes_its_place(cast: Cast, tiers: Tiers) -> None:
    given(cast, tiers)
    ask_for_tier(cast.qingchuan, by=cast.lena, tier=tiers.b, reason="Less after all").approve(by=cast.mona)
    assert tier_of(cast.qingchuan) == "B"
    assert Override.objects.open().get().tier == tiers.b


def test_the_request_is_void_when_the_tier_changes_meanwhile(cast: Cast, tiers: Tiers) -> None:
    approval = ask_for_tier(cast.qingchuan, by=cast.lena, tier=tiers.c, reason="They grow")
    cast.qingchuan.amend(by=cast.lena, industry="医疗")
    assert tier_of(cast.qingchuan) == "A"
    approval.refresh_from_db()
    assert approval.state == "void"


def test_it_refuses_a_reader_and_who_gives_no_reason(cast: Cast, tiers: Tiers) -> None:
    with pytest.raises(Forbidden):
        ask_for_tier(cast.qingchuan, by=cast.rita, tier=tiers.c, reason="Please")
    with pytest.raises(ReasonMissing):
        ask_for_tier(cast.qingchuan, by=cast.lena, tier=tiers.c, reason=" ")
    assert not Approval.objects.exists()


def test_it_refuses_what_is_asked_or_so_already(cast: Cast, tiers: Tiers) -> None:
    ask_for_tier(cast.qingchuan, by=cast.lena, tier=tiers.c, reason="They grow")
    with pytest.raises(AlreadyAsked):
        ask_for_tier(cast.qingchuan, by=cast.omar, tier=tiers.b, reason="They shrink")
    Approval.objects.get().approve(by=cast.mona)
    cast.qingchuan.refresh_from_db()
    with pytest.raises(SameTier):
        ask_for_tier(cast.qingchuan, by=cast.lena, tier=tiers.c, reason="Again")


def test_it_refuses_an_approval_after_its_last_day(cast: Cast, tiers: Tiers, monkeypatch: pytest.MonkeyPatch) -> None:
    approval = ask_for_tier(cast.qingchuan, by=cast.lena, tier=tiers.c, reason="They grow", until=TODAY())
    later = TODAY() + timedelta(days=1)
    monkeypatch.setattr("zhike.clients.tiers.overriding.timezone.localdate", lambda *_args: later)
    with pytest.raises(Over):
        approval.approve(by=cast.mona)
    assert not Override.objects.exists()


def test_the_page_asks_and_the_rail_says_what_became_of_it(client: Browser, cast: Cast, tiers: Tiers) -> None:
    page = f"/clients/{cast.qingchuan.reference}/"
    client.force_login(cast.lena)
    at = f"/tiers/of/{cast.qingchuan.reference}/"
    assert client.post(at, {"tier": tiers.a.pk, "reason": ""}).status_code == 422
    assert client.post(at, {"tier": tiers.a.pk, "reason": "They grow"}).url == page
    assert "Tier Tier A for 晴川医疗" in client.get(page).text
    Approval.objects.get().approve(by=cast.mona)
    said = client.get(page).text
    assert "by hand, approved by Mona" in said
    assert "contact every 5 working days" in said
    client.post(f"{at}rule/")
    assert tier_of(cast.qingchuan) == ""


def test_many_are_asked_for_one_by_one(client: Browser, cast: Cast, tiers: Tiers) -> None:
    other = Client.objects.add(by=cast.lena, name="Other", owner=cast.lena)
    client.force_login(cast.lena)
    ids = {"ids": [cast.qingchuan.pk, other.pk, cast.tramlight.pk]}
    assert "Tramlight" not in client.get("/tiers/of/", ids).text
    client.post("/tiers/of/", ids | {"tier": tiers.b.pk, "reason": "They grow"})
    assert sorted(Approval.objects.values_list("record_id", flat=True)) == [cast.qingchuan.pk, other.pk]


@pytest.mark.parametrize(("name", "status"), [("rita", 403), ("ida", 404)])
def test_others_are_kept_out(client: Browser, cast: Cast, tiers: Tiers, name: str, status: int) -> None:
    client.force_login(getattr(cast, name))
    assert client.get(f"/tiers/of/{cast.qingchuan.reference}/").status_code == status
