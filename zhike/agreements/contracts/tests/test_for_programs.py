"""What programs read of contracts and payments."""

from decimal import Decimal

from zhike.surfaces.api.tests.conftest import program_of


def _data(user, place):
    return program_of(user).get(place).json()["data"]


def test_the_terms_as_they_are_written(cast, signed):
    terms = _data(cast.lena, f"contracts/{signed.reference}/terms")
    assert [one["text"] for one in terms] == [str(one) for one in signed.terms.all()]
    assert terms[1]["clause"] == signed.terms.get(position=2).entry.reference
    assert (terms[1]["quantity"], terms[0]["quantity"]) == ("3", "")


def test_a_term_is_changed_by_its_number(cast, contract):
    (first, *_rest) = _data(cast.lena, f"contracts/{contract.reference}/terms")
    said = {"term": first["term"], "aspect": "deliverable", "side": "us", "text": "挂号小程序，不含后台"}
    assert program_of(cast.lena).post(f"contracts/{contract.reference}/change_term", said).status_code == 200
    assert str(contract.terms.get(position=1)) == "挂号小程序，不含后台"


def test_editions_with_price_payments_and_who_signed(cast, signed):
    (edition,) = _data(cast.lena, f"contracts/{signed.reference}/editions")
    assert (edition["outcome"], Decimal(edition["amount"]), edition["signed_name"]) == ("signed", 120_000, "陈岚")
    assert [one["payment"] for one in edition["plan"]] == [one.reference for one in signed.instalments.planned()]
    assert edition["fingerprint"] == signed.in_force.seen and len(edition["clauses"]) == 3


def test_what_was_received(cast, signed):
    payment = signed.instalments.order_by("pk").first()
    payment.invoice(by=cast.lena, number="INV-1")
    payment.receive(by=cast.lena, amount=Decimal(20_000), note="网银")
    (receipt,) = _data(cast.lena, f"payments/{payment.reference}/receipts")
    assert (receipt["amount"], receipt["currency"], receipt["note"]) == ("20000.00", "CNY", "网银")
    said = {"receipt": receipt["receipt"], "reason": "退票"}
    assert program_of(cast.lena).post(f"payments/{payment.reference}/correct", said).status_code == 200
    assert _data(cast.lena, f"payments/{payment.reference}/receipts")[0]["struck_at"]


def test_others_do_not_find_it(cast, signed):
    assert program_of(cast.ida).get(f"contracts/{signed.reference}/editions").status_code == 404
