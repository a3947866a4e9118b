"""Contracts in every state that a page shows, and the address of each page."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.utils import timezone

from tests.cast import Cast
from zhike.agreements.contracts.models import Billing, Contract, Instalment
from zhike.agreements.tradeoffs.models import Tradeoff


def write_contract(cast: Cast, **more: Any) -> Contract:
    """Three clauses, one with its twin, and a payment."""
    said = {
        "title": "挂号小程序开发合同",
        "amount": Decimal(120_000),
        "currency": "CNY",
        "starts_on": date(2026, 3, 1),
    } | more
    contract = Contract.objects.add(by=cast.lena, client=cast.qingchuan, contact=cast.clara, owner=cast.lena, **said)
    contract.add_term(
        by=cast.lena, aspect="deliverable", side="us", text="挂号小程序，含后台", twin="A booking app", outlasts=True
    )
    contract.add_term(
        by=cast.lena, aspect="revisions", side="us", text="可修改三轮", quantity=Decimal(3), unit="rounds"
    )
    contract.add_term(
        by=cast.lena, aspect="response", side="them", text="三个工作日内答复", quantity=Decimal(3), unit="working_days"
    )
    Instalment.objects.add(
        by=cast.lena,
        contract=contract,
        title="首付款",
        amount=Decimal(60_000),
        currency="CNY",
        due_on=date(2026, 3, 10),
    )
    return contract


def offer_ways(cast: Cast) -> dict[str, str]:
    """A trade-off that waits for a choice, and the page behind its link."""
    tradeoff = Tradeoff.objects.add(
        by=cast.lena, client=cast.qingchuan, contact=cast.clara, owner=cast.lena, title="首页做几个入口？",
        wish="六一前四个入口全部上线", because="两位设计师，五月只有十八个工作日", source_text="电话",
    )  # fmt: skip
    two = {"title": "先上两个入口", "scope": "挂号与缴费", "on": date(2026, 6, 1), "consequences": "六一可用"}
    tradeoff.add_way(by=cast.lena, amount=Decimal(80_000), currency="CNY", **two)
    tradeoff.add_way(by=cast.lena, title="晚一个月", scope="四个入口", consequences="错过六一活动")
    for key, twin in (
        ("title", "How many entrances?"), ("wish", "All 4 entrances live before 1 June"),
        ("because", "Two designers, and 18 working days in May"),
    ):  # fmt: skip
        tradeoff.write_twin(by=cast.lena, of=key, twin=twin)
    tradeoff.write_twin(by=cast.lena, of="wish", twin="All 3 entrances live before 1 June")
    tradeoff.send(by=cast.lena)
    link = tradeoff.secret[tradeoff.secret.index("/l/") :]
    return {
        "trade-offs": "/tradeoffs/", "trade-off": f"/tradeoffs/{tradeoff.reference}/",
        "new trade-off": "/tradeoffs/new/", "ways to choose": link,
        "texts in two languages, sent": f"/twins/{tradeoff.reference}/", "changed in one language": "/twins/",
    }  # fmt: skip


def sign_contracts(cast: Cast) -> dict[str, str]:
    """A draft, one that waits, one signed and changed, with an overdue payment and billing details."""
    draft, waits = write_contract(cast, title="维护合同"), write_contract(cast, title="导视设计合同")
    signed = write_contract(cast, ends_on=timezone.localdate() + timedelta(days=300))
    waits.send(by=cast.lena)
    for reason in ("", "改成五天"):
        if reason:
            signed.revise(by=cast.lena, reason=reason)
            term = signed.terms.last()
            signed.change_term(by=cast.lena, term=term, **(term.values | {"quantity": Decimal(5)}))
        signed.send(by=cast.lena)
        signed.sign(by=cast.lena, contact=cast.clara, how="paper")
    billing = Billing.objects.add(by=cast.lena, client=cast.qingchuan, title="晴川", tax_number="91330106MA2CDXRW3Q")
    payment = signed.instalments.get()
    payment.invoice(by=cast.lena, number="2026-0001", on=date(2026, 3, 10))
    payment.receive(by=cast.lena, amount=Decimal(20_000))
    page = f"/contracts/{draft.reference}/"
    return {
        "contracts": "/contracts/", "contract": f"/contracts/{signed.reference}/", "contract, draft": page,
        "a clause of it": f"{page}?term={draft.terms.first().pk}", "send a contract": f"{page}send/",
        "edition": f"/contracts/{signed.reference}/editions/2/", "contract, waits": f"/contracts/{waits.reference}/",
        "new contract": f"/contracts/new/?client={cast.qingchuan.pk}", "payments": "/payments/",
        "payment": f"/payments/{payment.reference}/", "receive": f"/payments/{payment.reference}/step/receive/",
        "billing": f"/billings/{billing.reference}/", "new billing": "/billings/new/",
        "client, contracts": f"/clients/{cast.qingchuan.reference}/?tab=contracts",
    }  # fmt: skip
