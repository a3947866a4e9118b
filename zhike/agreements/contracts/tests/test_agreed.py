"""Price, days, payments and who signed are found by day, and a change of them past the program is."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.utils import timezone, translation

from zhike.agreements.as_of import compared, end_of, known_on, valid_on
from zhike.agreements.checking import check_chains
from zhike.agreements.choices import IN_THE_HEAD
from zhike.agreements.contracts.models import Contract, Instalment
from zhike.agreements.models import Clause
from zhike.agreements.shown import as_read
from zhike.clients.privacy.erasing import Known, erase
from zhike.core.documents.making import order
from zhike.core.documents.registry import documents_of
from zhike.core.timeline.door import open_door
from zhike.core.timeline.moment import at
from zhike.surfaces.api.tests.conftest import program_of

MAY, JUNE = date(2026, 5, 4), date(2026, 6, 1)


def _noon(day):
    return end_of(day) - timedelta(hours=12)


@pytest.fixture
def dearer(cast, contract):
    """Signed for 120,000 on 1 March; on 4 May for 150,000 from 1 June on, with a third payment."""
    with at(_noon(date(2026, 3, 1))):
        contract.send(by=cast.lena)
        contract.sign(by=cast.lena, contact=cast.clara, how="paper")
    with at(_noon(MAY)):
        contract.revise(by=cast.lena, reason="加一个院区")
        contract.amend(by=cast.lena, amount=Decimal(150_000))
        more = {"title": "加急费", "amount": Decimal(30_000), "currency": "CNY", "due_on": date(2026, 12, 1)}
        Instalment.objects.add(by=cast.lena, contract=contract, **more)
        contract.send(by=cast.lena, valid_from=JUNE)
        contract.sign(by=cast.lena, contact=cast.clara, how="paper")
    return contract


def test_pages_tell_its_days_and_sums_as_the_reader_writes_them(cast, signed, client):
    cast.lena.prefer(by=cast.lena, language="zh-hans")
    client.force_login(cast.lena)
    total, period = (Clause.objects.get(aspect=one) for one in ("total", "period"))
    of_client = f"/clients/{cast.qingchuan.reference}/"
    with translation.override("en"):  # what the pages speak ends with it
        for address in ("/clauses/", f"{of_client}?tab=agreements"):
            page = client.get(address).text
            assert "¥120,000.00" in page and "2026年3月1日 – 2027年2月28日" in page
        assert "¥120,000.00" in client.get(f"/clauses/{total.reference}/").text
        assert "2026年3月1日 – 2027年2月28日" in client.get(f"{of_client}agreed/?on=2026-05-01").text
    assert period.text == "挂号小程序开发合同: 2026-03-01 – 2027-02-28"  # as it is sealed


def test_a_title_may_hold_what_is_no_day(cast):
    assert as_read(Clause(aspect="total", text="第 2026-99-99 号: 1,200.00 XYZ")) == "第 2026-99-99 号: XYZ1,200.00"


def _head(standings):
    return {one.entry.aspect: one for one in standings if one.entry.aspect in IN_THE_HEAD}


def _total(standings):
    return _head(standings)["total"].entry.amount


def test_what_it_costs_and_when_stands_from_its_first_day(cast, signed):
    assert not _head(valid_on(cast.qingchuan, date(2026, 2, 28)))
    found = [one for one in valid_on(cast.qingchuan, date(2026, 3, 1)) if one.entry.aspect in IN_THE_HEAD]
    assert [one.entry.aspect for one in found] == ["contract", "total", "period", "payment", "payment"]
    words = " ".join(one.entry.text for one in found)
    for said in ("120,000.00 CNY", "2026-03-01 – 2027-02-28", "尾款: 60,000.00 CNY, 2026-09-10", "陈岚"):
        assert said in words
    assert {one.said.contact for one in found} == {cast.clara}
    assert {one.origin.url for one in found} == {f"/contracts/{signed.reference}/editions/1/"}


def test_another_price_holds_from_its_day_and_is_known_from_the_signature_on(cast, dearer):
    before, after = valid_on(cast.qingchuan, JUNE - timedelta(days=1)), valid_on(cast.qingchuan, JUNE)
    assert (_total(before), _total(after)) == (Decimal(120_000), Decimal(150_000))
    assert _total(known_on(cast.qingchuan, MAY)) == Decimal(120_000)
    changes = {pair.entry.aspect: pair.change for pair in compared(before, after) if pair.entry.aspect in IN_THE_HEAD}
    assert (changes["total"], changes["contract"], changes["period"]) == ("changed", "changed", "")
    assert [one.entry.text for one in after if "加急费" in one.entry.text]
    assert _head(after)["total"].origin.words.endswith("2")


def test_a_price_that_waits_to_be_signed_is_not_agreed(cast, signed):
    signed.revise(by=cast.lena, reason="提价")
    signed.amend(by=cast.lena, amount=Decimal(150_000))
    signed.send(by=cast.lena)
    agreed = [
        one.entry.amount for one in valid_on(cast.qingchuan, timezone.localdate()) if one.said and one.entry.amount
    ]
    assert Decimal(150_000) not in agreed
    signed.decline(by=cast.lena, contact=cast.clara, reason="太贵")
    signed.keep_as_signed(by=cast.lena, reason="维持")
    assert _total(valid_on(cast.qingchuan, timezone.localdate())) == Decimal(120_000)


def test_void_it_costs_nothing_any_more(cast, signed):
    signed.void(by=cast.lena, reason="作废")
    assert not _head(valid_on(cast.qingchuan, timezone.localdate()))


def test_the_document_shows_what_the_page_shows(cast, dearer):
    def told(**asked):
        found = documents_of("clients.client")["agreed"]
        (section,) = order(found, cast.qingchuan, by=cast.lena, language="en", asked=asked).told["sections"]
        return section

    two = told(on=str(MAY), against=str(JUNE))
    (total,) = [row for row in two["rows"] if row[0].startswith("Total")]
    assert "120,000.00" in total[1] and "150,000.00" in total[2] and total[0].endswith("changed")
    assert len(told(on=str(MAY), against=str(JUNE), differs="on")["rows"]) < len(two["rows"])
    known, valid = told(on=str(JUNE), read="known"), told(on=str(MAY))
    assert ("Known" in known["label"], "Valid" in valid["label"]) == (True, True)
    assert "150,000.00" in str(known["rows"]) and "150,000.00" not in str(valid["rows"])


def test_programs_read_price_and_edition(cast, dearer):
    answer = program_of(cast.lena).get(f"clients/{cast.qingchuan.reference}/agreed?on={JUNE}&against={MAY}")
    told = answer.json()
    (total,) = [one for one in told["data"] if "150,000.00 CNY" in one["text"]]
    assert (total["amount"], total["currency"]) == ("150000.00", "CNY")
    assert total["source"]["url"] == f"/contracts/{dearer.reference}/editions/2/"
    assert total["confirmed"]["by"]["reference"] == cast.clara.reference
    assert any(one["change"] == "changed" and one["before"] == total["reference"] for one in told["against"]["changes"])


def test_its_page_leads_to_the_edition(client, cast, dearer):
    client.force_login(cast.lena)
    page = client.get(f"/clients/{cast.qingchuan.reference}/agreed/?on={MAY}&against={JUNE}").content.decode()
    assert "<del>120,000.00</del>" in page and "<ins>150,000.00</ins>" in page
    assert f"/contracts/{dearer.reference}/editions/2/" in page


@pytest.mark.parametrize(
    "change",
    [
        "update contracts_edition set head = jsonb_set(head, '{values,amount}', '\"1.00\"') where number = 1",
        "update contracts_edition set head = jsonb_set(head, '{plan,0,amount}', '\"1.00\"') where number = 2",
        "update contracts_edition set head = jsonb_set(head, '{signs}', '\"王五\"') where number = 2",
        "delete from contracts_editionline where part = 'contract'",
        "update agreements_entry set amount = 1 where aspect = 'total' and amount = 120000",
    ],
)
def test_a_price_altered_past_the_program_is_found(cast, dearer, change):
    assert not check_chains(cast.qingchuan.pk).faults
    with open_door(), connection.cursor() as cursor:
        cursor.execute(change)
    assert check_chains(cast.qingchuan.pk).faults and check_chains().faults


def test_an_erased_person_is_no_fault(cast, dearer):
    erase(cast.clara, by=cast.mona, reason="她要求", ticked=[one.key for one in Known(cast.clara).mentions])
    assert not check_chains().faults


def test_what_is_said_in_its_head_is_not_written_by_hand(cast):
    from zhike.agreements.forms import ClauseForm

    said = {"client": cast.qingchuan.pk, "aspect": "total", "text": "一百元"}
    assert "aspect" in ClauseForm(said, by=cast.lena).errors
    assert not Contract.objects.exists()
