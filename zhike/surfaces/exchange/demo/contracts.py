"""A few contracts: changed and paid for, waiting for a signature, being written, going on by itself."""

from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from typing import Any

from zhike.agreements.contracts.choices import InvoiceKind, Renewal
from zhike.agreements.contracts.models import Billing, Contract, Instalment
from zhike.surfaces.exchange.demo.roster import Firm
from zhike.surfaces.exchange.demo.world import World

TITLES = {"zh": "{thing}设计与开发合同", "en": "Contract for the {thing}"}
PREAMBLES = {
    "zh": "甲乙双方本着诚信、互利的原则，就{thing}的设计与开发达成以下约定。",
    "en": "Both sides agree on the following for the design and the making of the {thing}.",
}
TERMS = {
    "zh": (
        {"aspect": "deliverable", "text": "{thing}一套：设计稿、源文件、上线版本与使用说明"},
        {"aspect": "exclusion", "text": "不含服务器费用、第三方接口费用与文案撰写"},
        {"aspect": "revisions", "text": "每个阶段的设计稿可修改三轮，第四轮起按半天计价", "quantity": 3,
         "unit": "rounds"},
        {"aspect": "response", "side": "them", "text": "收到稿件后三个工作日内给出汇总意见", "quantity": 3,
         "unit": "working_days"},
        {"aspect": "response", "text": "工作时间内的来信一个工作日内答复", "quantity": 1, "unit": "working_days"},
        {"aspect": "term", "text": "上线后免费修复缺陷六个月", "outlasts": True},
        {"aspect": "term", "side": "them", "text": "双方对获知的商业信息保密三年", "outlasts": True},
    ),
    "en": (
        {"aspect": "deliverable", "text": "One {thing}: drawings, sources, the version that goes live, a manual"},
        {"aspect": "exclusion", "text": "Servers, services of others and the writing of texts are not included"},
        {"aspect": "revisions", "text": "Three rounds of changes for the drawings of each stage; from the fourth on by "
         "the half day", "quantity": 3, "unit": "rounds"},
        {"aspect": "response", "side": "them", "text": "One collected answer within three working days of a draft",
         "quantity": 3, "unit": "working_days"},
        {"aspect": "response", "text": "Mails are answered within one working day", "quantity": 1,
         "unit": "working_days"},
        {"aspect": "term", "text": "Faults are mended free of charge for six months after going live",
         "outlasts": True},
        {"aspect": "term", "side": "them", "text": "What one learns of the other's business is kept secret for three "
         "years", "outlasts": True},
    ),
}  # fmt: skip
LONGER = {
    "zh": ("收到稿件后五个工作日内给出汇总意见", "信息中心要会签，三天不够"),
    "en": ("One collected answer within five working days of a draft", "Their lawyers need longer"),
}
PARTS = {"zh": ("首付款", "设计稿确认款", "验收款"), "en": ("On signing", "On the drawings", "On acceptance")}
WAITS = {"zh": "合同已按上次谈的改好，请您过目。", "en": "Changed as we said on the phone. Please have a look."}
BILLINGS = {
    "qingchuan": (InvoiceKind.SPECIAL, "91330106MA2CDXRW3Q", "杭州市西湖区文三路 90 号", "0571-88886666",
                  "招商银行杭州西湖支行", "571900000010101"),
}  # fmt: skip


def build(world: World) -> None:
    firms = [firm for firm in world.firms.values() if firm.months > 9 and firm.languages[0] in TITLES][:4]
    for firm, (ago, what) in zip(firms, ((260, _run), (9, _offer), (4, _draft), (355, _go_on)), strict=False):
        day = world.working_day_before(world.today - timedelta(days=ago))
        world.plan(world.moment(day, 10.2), partial(what, world, firm, day))


def _written(world: World, firm: Firm, day: date, amount: int, **more: Any) -> Contract:
    """With its clauses and three payments."""
    language = firm.languages[0]
    lead, contact, things = world.staff[firm.owner], world.people[firm.key][0], firm.things[language]
    contract = Contract.objects.add(
        by=lead, client=world.clients[firm.key], contact=contact, owner=lead, amount=Decimal(amount), currency="CNY",
        title=TITLES[language].format(thing=things[0]), preamble=PREAMBLES[language].format(thing=things[0]),
        number=f"{day:%Y}-{firm.key.upper()[:4]}-{day:%m}", starts_on=day, **more,
    )  # fmt: skip
    for said in TERMS[language]:
        term = {"side": "us"} | said | {"text": str(said["text"]).format(thing=things[0])}
        contract.add_term(by=lead, **term)
    for n, title in enumerate(PARTS[language]):
        Instalment.objects.add(
            by=lead, contract=contract, title=title, amount=Decimal(amount) / 4 * (2 if n == 1 else 1), currency="CNY",
            due_on=world.working_day(day + timedelta(days=10 + 90 * n)),
        )  # fmt: skip
    return contract


def _run(world: World, firm: Firm, day: date) -> None:
    """Signed within days, changed after some months; two payments came, the last is late."""
    contract = _written(world, firm, day, 240_000, ends_on=day + timedelta(days=540))
    lead = contract.owner
    contract.send(by=lead)
    if firm.key in BILLINGS:
        kind, number, address, phone, bank, account = BILLINGS[firm.key]
        Billing.objects.add(
            by=lead, client=contract.client, kind=kind, title=contract.client.name, tax_number=number, address=address,
            phone=phone, bank=bank, account=account,
        )  # fmt: skip
    world.plan(world.moment(world.working_day(day + timedelta(days=3)), 15.1), partial(_sign, contract))
    _pay(world, contract, received=2)
    world.plan(
        world.moment(world.working_day(day + timedelta(days=120)), 10.5), partial(_change, world, firm, contract)
    )


def _sign(contract: Contract) -> None:
    contract.sign(by=contract.owner, contact=contract.contact, how="paper")


def _pay(world: World, contract: Contract, received: int) -> None:
    """Each is invoiced on its day; the first few come in time."""
    for n, payment in enumerate(contract.instalments.order_by("due_on")):
        world.plan(world.moment(payment.due_on, 11.0), partial(_invoice, world, payment, n < received))


def _invoice(world: World, payment: Instalment, comes: bool) -> None:
    payment.refresh_from_db()
    due = payment.due_on + timedelta(days=30)
    payment.invoice(by=payment.contract.owner, number=f"{payment.due_on:%Y%m}{payment.pk:04}", due_on=due)
    if comes:
        came = world.working_day(due - timedelta(days=4))
        world.plan(world.moment(came, 14.2), partial(_receive, payment))


def _receive(payment: Instalment) -> None:
    payment.receive(by=payment.contract.owner, amount=payment.amount)


def _change(world: World, firm: Firm, contract: Contract) -> None:
    """Three days to answer become five."""
    contract.refresh_from_db()
    text, why = LONGER[firm.languages[0]]
    contract.revise(by=contract.owner, reason=why)
    term = contract.terms.get(position=4)
    contract.change_term(by=contract.owner, term=term, **(term.values | {"text": text, "quantity": Decimal(5)}))
    contract.send(by=contract.owner)
    world.plan(world.moment(world.working_day(world.today - timedelta(days=130)), 16.4), partial(_sign, contract))


def _offer(world: World, firm: Firm, day: date) -> None:
    """Waits for the signature."""
    contract = _written(world, firm, day, 96_000, ends_on=day + timedelta(days=365))
    contract.send(by=contract.owner, note=WAITS[firm.languages[0]])


def _draft(world: World, firm: Firm, day: date) -> None:
    _written(world, firm, day, 68_000)


def _go_on(world: World, firm: Firm, day: date) -> None:
    """Ends within days, and goes on by itself."""
    contract = _written(
        world, firm, day, 180_000, ends_on=day + timedelta(days=364), renewal=Renewal.GOES_ON, renews_months=12
    )
    contract.send(by=contract.owner)
    world.plan(world.moment(world.working_day(day + timedelta(days=2)), 11.5), partial(_sign, contract))
    _pay(world, contract, received=3)
