"""The dossier of a client: what stands in it, who gets it, what is told of it."""

import os
import time
from datetime import date
from decimal import Decimal

import pytest

from zhike.clients.pains.models import PainPoint
from zhike.clients.plans.models import Plan
from zhike.clients.purchases.models import Purchase
from zhike.clients.rights.models import Right
from zhike.core.documents import kept, making
from zhike.core.documents.tests.reading import text_of
from zhike.core.jobs.models import Job
from zhike.core.jobs.running import run
from zhike.core.timeline.models import Event
from zhike.core.todos.workflows import add_todo
from zhike.domains.conversations.workflows import log
from zhike.surfaces.api.tests.conftest import program_of

IN_CHINESE = (
    "客户档案", "杭州晴川医疗科技有限公司", "医疗器械", "做核磁共振设备，出口多。", "陈岚·陈总", "总经理", "拍板",
    "寄样品", "2030年5月13日", "价格明细呢", "报修要等三天", "月度回访", "2025", "¥120,000.00",
    "说好六月交第一批。", "下一步：发排期", "第1页", "什么事要谁点头", "¥80,000.00",
)  # fmt: skip


@pytest.fixture(autouse=True)
def shelf(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def known(lena, qingchuan, clara):
    """What there is to tell of 晴川医疗."""
    qingchuan.amend(by=lena, industry="医疗器械", about="做核磁共振设备，**出口**多。")
    clara.amend(by=lena, title="总经理", role="decides", phones=["+8613800138000"])
    log(by=lena, client=qingchuan, kind="call", subject="交期", text="说好六月交第一批。", contacts=[clara],
        next_step="发排期", direction="out")  # fmt: skip
    log(by=lena, client=qingchuan, kind="mail", text="价格明细呢？", contacts=[clara], direction="in", state="waiting")
    add_todo(qingchuan, by=lena, title="寄样品", owner=lena, due_on=date(2030, 5, 13))
    for year in (2025, 2026):
        Purchase.objects.add(by=lena, client=qingchuan, what="泵", happened_on=date(year, 5, 3), currency="CNY",
                             amount=Decimal(120_000))  # fmt: skip
    PainPoint.objects.add(by=lena, client=qingchuan, statement="报修要等三天", said_by=clara)
    Plan.objects.add(by=lena, client=qingchuan, owner=lena, every=10, about="月度回访")
    Right.objects.add(by=lena, client=qingchuan, contact=clara, subject="price", up_to=80_000, currency="CNY")
    return qingchuan


def test_it_tells_in_chinese_all_that_is_known(client, lena, known):
    client.force_login(lena)
    answer = client.get(f"/documents/{known.reference}/dossier.pdf?language=zh")
    assert answer["Content-Type"] == "application/pdf" and answer["Content-Disposition"].startswith("inline")
    assert "no-store" in answer["Cache-Control"]
    said = text_of(answer.content)
    for words in IN_CHINESE:
        assert words in said, words


def test_it_speaks_english_whatever_its_reader_speaks(client, lena, known):
    lena.prefer(by=lena, language="zh-hans")
    client.force_login(lena)
    said = text_of(client.get(f"/documents/{known.reference}/dossier.pdf?language=en").content)
    assert "Clientdossier" in said and "Whattheybought" in said and "13May2030" in said
    assert "客户档案" not in said


def test_it_leaves_out_what_nobody_knows(client, lena, qingchuan):
    client.force_login(lena)
    said = text_of(client.get(f"/documents/{qingchuan.reference}/dossier.pdf?language=en").content)
    assert "Theirpeople" in said
    assert "Whattheybought" not in said and "Whathurtsthem" not in said and "Aboutthem" not in said


def test_strangers_do_not_find_it_and_readers_may_read(client, ida, rita, qingchuan):
    address = f"/documents/{qingchuan.reference}/dossier.pdf"
    assert client.get(address).status_code == 302
    client.force_login(ida)
    assert client.get(address).status_code == 404
    client.force_login(rita)
    assert client.get(address).status_code == 200


@pytest.mark.parametrize("address", ["dossier.pdf?language=fr", "nothing.pdf"])
def test_there_is_no_other(client, lena, qingchuan, address):
    client.force_login(lena)
    assert client.get(f"/documents/{qingchuan.reference}/{address}").status_code == 404


def test_who_took_it_is_told_once_for_the_same(client, lena, omar, qingchuan):
    for person in (lena, lena, omar):
        client.force_login(person)
        client.get(f"/documents/{qingchuan.reference}/dossier.pdf?language=en")
    told = Event.objects.filter(kind="document.made", record_id=qingchuan.pk)
    assert [one.actor for one in told.order_by("pk")] == [lena, omar]
    qingchuan.amend(by=lena, industry="Pumps")
    client.get(f"/documents/{qingchuan.reference}/dossier.pdf?language=en")
    assert told.count() == 3


def test_the_same_is_typeset_once(client, lena, qingchuan, monkeypatch):
    client.force_login(lena)
    address = f"/documents/{qingchuan.reference}/dossier.pdf?language=en"
    first = client.get(address).content
    monkeypatch.setattr(kept, "typeset", lambda *_given: pytest.fail("it was made already"))
    assert client.get(address).content == first


def test_a_long_one_is_made_by_a_job(client, lena, qingchuan, monkeypatch):
    monkeypatch.setattr(making, "LONG", 10)
    client.force_login(lena)
    address = f"/documents/{qingchuan.reference}/dossier.pdf?language=en"
    assert client.get(address).status_code == 302
    job = Job.objects.get(kind="documents.make")
    run(job.pk)
    job.refresh_from_db()
    assert (job.state, job.result["url"]) == ("done", address)
    assert client.get(job.result["url"]).content.startswith(b"%PDF")


def test_old_ones_are_forgotten(client, lena, qingchuan):
    client.force_login(lena)
    client.get(f"/documents/{qingchuan.reference}/dossier.pdf?language=en")
    assert kept.forget() == 0
    (path,) = kept.folder().iterdir()
    os.utime(path, (0, time.time() - 8 * 86_400))
    assert kept.forget() == 1


def test_programs_get_it_too(lena, ida, qingchuan):
    answer = program_of(lena, "read").get(f"clients/{qingchuan.reference}/documents/dossier?language=zh")
    assert answer.status_code == 200 and "杭州晴川医疗科技有限公司" in text_of(answer.content)
    assert program_of(ida, "read").get(f"clients/{qingchuan.reference}/documents/dossier").status_code == 404
    assert program_of(lena, "todos:read").get(f"clients/{qingchuan.reference}/documents/dossier").status_code == 403
    wrong = program_of(lena, "read").get(f"clients/{qingchuan.reference}/documents/dossier?language=fr")
    assert wrong.status_code == 400 and wrong["Content-Type"] == "application/problem+json"


def test_it_is_described(client, db):
    paths = client.get("/api/v1/openapi.json").json()["paths"]
    told = paths["/api/v1/clients/{reference}/documents/dossier"]["get"]
    assert "application/pdf" in told["responses"]["200"]["content"]


def test_it_stands_in_the_clients_menu(client, lena, qingchuan):
    client.force_login(lena)
    page = client.get(f"/clients/{qingchuan.reference}/").content.decode()
    assert f"/documents/{qingchuan.reference}/dossier.pdf?language=zh" in page
