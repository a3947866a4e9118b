"""A kick-off yields a charter: what for, what, what not, who, when, and what was confirmed."""

from datetime import timedelta

import pytest
from django.utils import timezone, translation

from zhike.agreements.models import Clause, Constraint, Promise
from zhike.agreements.twins.models import Twin
from zhike.clients.rights.models import Right
from zhike.core.documents.tests.reading import text_of
from zhike.domains.meetings.charter import charter
from zhike.domains.meetings.minutes import read
from zhike.domains.meetings.workflows import plan


@pytest.fixture
def kick_off(cast):
    now, said = timezone.now(), {"by": cast.lena, "client": cast.qingchuan}
    agreed = {"contact_agreed": cast.clara, "how": "paper", "contact": cast.clara}
    Clause.objects.add(**said, **agreed, aspect="deliverable", text="挂号小程序", number="1.1")
    Clause.objects.add(**said, **agreed, aspect="exclusion", text="不包含网站托管")
    Constraint.objects.add(**said, aspect="law", text="上线前过等保二级", contact=cast.clara)
    Right.objects.add(**said, contact=cast.clara, subject="price", source="told", known_on=timezone.localdate())
    meeting = plan(
        **said, kind="kick_off", title="启动会", goal="老人十分钟内挂上号", starts_at=now, lead=cast.lena,
        staff=[cast.lena], contacts=[cast.clara],
    )  # fmt: skip
    plan(**said, title="第一次例会", starts_at=now + timedelta(days=7), lead=cast.lena, staff=[cast.lena])
    meeting.hold(by=cast.lena)
    goals = meeting.topics.order_by("position").first()
    meeting.note(by=cast.lena, topic=goals, **read("电话挂号减少一半", meeting))
    meeting.note(by=cast.lena, **read("> 写一份说明", meeting))
    meeting.close(by=cast.lena)
    Promise.objects.get(text="写一份说明").confirm(by=cast.lena, contact=cast.clara, how="meeting")
    return meeting


def told(kick_off, cast, language):
    with translation.override(language):
        return {one["label"]: one["rows"] for one in charter(kick_off, cast.lena)["sections"]}


def test_it_holds_what_a_charter_needs(kick_off, cast):
    sections = told(kick_off, cast, "en")
    assert sections["Goals"] == ["老人十分钟内挂上号", "电话挂号减少一半"]
    for label, words in (("Scope", "挂号小程序"), ("Not included", "不包含网站托管"), ("Constraints", "等保二级")):
        assert words in str(sections[label])
    assert any(row[:3] == ["写一份说明", "Lena 林娜", "Lena 林娜"] for row in sections["Responsibilities"])
    assert any(row[2] == "陈岚" for row in sections["Responsibilities"]), "who decides on the price answers for it"
    assert "第一次例会" in str(sections["Calendar"])
    (confirmed,) = sections["First confirmations"]
    assert confirmed[:3] == ["写一份说明", "陈岚", "In a meeting"]


def test_it_speaks_both_languages_and_goes_to_those_who_see_the_client(kick_off, cast, client, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    client.force_login(cast.lena)
    address = f"/documents/{kick_off.reference}/charter.pdf?language="
    chinese, english = (text_of(client.get(address + language).content) for language in ("zh", "en"))
    assert "挂号小程序" in chinese and "挂号小程序" in english
    assert "Responsibilities" in english and "职责" in chinese
    assert "Charter as PDF" in client.get(f"/meetings/{kick_off.reference}/", headers={"accept-language": "en"}).text
    client.force_login(cast.ida)
    assert client.get(address + "en").status_code == 404


def test_its_agenda_stands_in_both_languages(kick_off):
    twins = {one.key: one.text for one in Twin.objects.on(kick_off)}
    first = kick_off.topics.order_by("position").first()
    assert len(twins) == 10 and {twins[f"topic-{first.pk}-title"], first.title} == {"Goals", "目标"}
