"""A contract of Lena's with Clara's company: three clauses, two payments."""

from datetime import date
from decimal import Decimal

import pytest

from zhike.agreements.contracts.models import Contract, Instalment

TERMS = (
    {"aspect": "deliverable", "side": "us", "text": "挂号小程序，含后台", "twin": "A booking app with its back office"},
    {"aspect": "revisions", "side": "us", "text": "设计稿可修改三轮", "quantity": Decimal(3), "unit": "rounds"},
    {
        "aspect": "response",
        "side": "them",
        "text": "收到稿件后三个工作日内答复",
        "quantity": Decimal(3),
        "unit": "working_days",
    },
)


@pytest.fixture
def contract(cast):
    made = Contract.objects.add(
        by=cast.lena, client=cast.qingchuan, contact=cast.clara, owner=cast.lena, title="挂号小程序开发合同",
        amount=Decimal(120_000), currency="CNY", starts_on=date(2026, 3, 1), ends_on=date(2027, 2, 28),
    )  # fmt: skip
    for said in TERMS:
        made.add_term(by=cast.lena, **said)
    for title, amount, day in (("首付款", 60_000, date(2026, 3, 10)), ("尾款", 60_000, date(2026, 9, 10))):
        Instalment.objects.add(
            by=cast.lena, contract=made, title=title, amount=Decimal(amount), currency="CNY", due_on=day
        )
    return made


@pytest.fixture
def sent(cast, contract):
    contract.send(by=cast.lena)
    return contract


@pytest.fixture
def signed(cast, sent):
    sent.sign(by=cast.lena, contact=cast.clara, how="paper", on=date(2026, 3, 1))
    return sent
