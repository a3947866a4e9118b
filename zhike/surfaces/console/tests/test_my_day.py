"""The day as one sentence, and the numbers beside its headings: they say what there is, however much is shown."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal

import pytest
from django.test import Client as Browser
from django.utils import timezone

from tests.cast import Cast
from zhike.agreements.contracts.models import Contract, Instalment
from zhike.agreements.models import Promise
from zhike.agreements.tradeoffs.models import Tradeoff
from zhike.clients.dates.keeping import sweep
from zhike.clients.dates.models import ImportantDate
from zhike.clients.handovers.workflows import hand_over
from zhike.clients.models import Client
from zhike.core.timeline.delivery import deliver_all
from zhike.core.todos.workflows import add_todo
from zhike.domains.meetings.workflows import plan
from zhike.domains.projects.models import Project, Task

pytestmark = pytest.mark.django_db


def promise(cast: Cast, days: int) -> None:
    said = {"text": "三个首页方案", "side": "us", "client": cast.qingchuan, "contact": cast.clara}
    Promise.objects.add(by=cast.lena, owner=cast.lena, due_on=timezone.localdate() + timedelta(days=days), **said)


def page(browser: Browser, person) -> str:
    browser.force_login(person)
    return browser.get("/").text


def test_it_begins_with_the_promises_that_are_due(client: Browser, cast: Cast) -> None:
    promise(cast, -3), promise(cast, 0), promise(cast, 1)
    assert '<a href="#promised">two promises</a>, and nobody waits' in page(client, cast.lena)
    add_todo(cast.qingchuan, by=cast.lena, title="Write", owner=cast.lena, due_on=timezone.localdate())
    assert '<a href="#promised">two promises</a> and <a href="#due">one thing</a>' in page(client, cast.lena)
    assert "promises</a>" not in page(client, cast.ida)


def test_the_number_is_that_of_all_and_not_of_those_shown(client: Browser, cast: Cast) -> None:
    for days in range(11):
        promise(cast, days)
    assert '>What I promised</h2><span class="count">11</span>' in page(client, cast.lena)


def test_what_was_done_today_stands_apart_with_its_hour(client: Browser, cast: Cast) -> None:
    todo = add_todo(
        cast.qingchuan, by=cast.lena, title="Write", owner=cast.lena, due_on=timezone.localdate() - timedelta(days=9)
    )
    todo.complete(by=cast.lena)
    text = page(client, cast.lena)
    assert "Due today" not in text
    done = text.partition("Done today")[2].partition("</section>")[0]
    assert f"{timezone.localtime(todo.done_at):%H:%M}</time>" in done
    assert f'datetime="{todo.due_on}"' not in done


def _meetings(cast: Cast, many: int) -> None:
    for days in range(many):
        at = timezone.now() + timedelta(days=1, minutes=days)
        plan(by=cast.lena, client=cast.qingchuan, lead=cast.lena, staff=[cast.lena], title="例会", starts_at=at)


def _payments(cast: Cast, many: int) -> None:
    day = timezone.localdate() - timedelta(days=40)
    said = {"client": cast.qingchuan, "contact": cast.clara, "owner": cast.lena, "title": "小程序开发合同"}
    contract = Contract.objects.add(by=cast.lena, amount=Decimal(10 * many), currency="CNY", starts_on=day, **said)
    contract.add_term(by=cast.lena, aspect="deliverable", side="us", text="挂号小程序")
    for n in range(many):
        row = {"title": f"第 {n} 期", "amount": Decimal(10), "currency": "CNY", "due_on": day}
        Instalment.objects.add(by=cast.lena, contract=contract, **row)
    contract.send(by=cast.lena)
    contract.sign(by=cast.lena, contact=cast.clara, how="paper", on=day)
    for n, one in enumerate(contract.instalments.all()):
        one.invoice(by=cast.lena, number=f"INV-{n}", on=day, due_on=day + timedelta(days=1))


def _dates(cast: Cast, many: int) -> None:
    near = timezone.localdate() + timedelta(days=2)
    for n in range(many):
        said = {"kind": "other", "what": f"周年 {n}", "month": near.month, "day": near.day}
        ImportantDate.objects.add(by=cast.lena, client=cast.qingchuan, **said)
    sweep(timezone.now())


def _handed_over(cast: Cast, many: int) -> None:
    for n in range(many):
        given = Client.objects.add(by=cast.omar, name=f"Client {n}", owner=cast.omar)
        hand_over(given, by=cast.omar, successor=cast.lena)


def _tasks(cast: Cast, many: int) -> None:
    project = Project.objects.add(by=cast.lena, client=cast.qingchuan, lead=cast.lena, name="官网改版")
    project.agree(by=cast.lena)
    project.start(by=cast.lena)
    for n in range(many):
        said = {"title": f"任务 {n}", "owner": cast.lena, "due_on": timezone.localdate()}
        Task.objects.add(by=cast.lena, project=project, **said)


def _twins(cast: Cast, many: int) -> None:
    for n in range(many):
        said = {"client": cast.qingchuan, "contact": cast.clara, "owner": cast.lena, "title": f"首页 {n}"}
        made = Tradeoff.objects.add(by=cast.lena, **said)
        made.write_twin(by=cast.lena, of="title", twin=f"Home page {n}")
        made.amend(by=cast.lena, title=f"新首页 {n}")


def _entries(cast: Cast, many: int) -> None:
    for n in range(many):
        said = {"text": f"方案 {n}", "twin": f"Draft {n}", "side": "us", "contact": cast.clara}
        made = Promise.objects.add(by=cast.lena, client=cast.qingchuan, owner=cast.lena, **said)
        made.renegotiate(by=cast.lena, reason="迟了", text=f"新方案 {n}", twin=f"Draft {n}", contact=cast.clara)


@pytest.mark.parametrize(("heading", "make"), [
    ("Meetings", _meetings), ("Payments overdue", _payments), ("Dates that are near", _dates),
    ("Handed over to you", _handed_over), ("My tasks in projects", _tasks),
    ("Changed in one language only", _twins), ("Agreed anew in one language only", _entries),
])  # fmt: skip
def test_every_heading_counts_all(client: Browser, cast: Cast, heading: str, make: Callable[[Cast, int], None]) -> None:
    make(cast, 9)
    deliver_all()
    assert f'>{heading}</h2><span class="count">9</span>' in page(client, cast.lena)
