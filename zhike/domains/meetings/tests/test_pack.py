"""The meeting pack is made of the project as it stands, and says nothing that the client does not know."""

from datetime import timedelta

import pytest
from django.utils import timezone, translation

from zhike.agreements.models import Decision, Promise
from zhike.core.documents.tests.reading import text_of
from zhike.domains.meetings.pack import pack
from zhike.domains.meetings.tests.test_meeting import planned
from zhike.domains.projects.risks.models import Risk
from zhike.domains.projects.tests.conftest import site  # noqa: F401  (a project of Lena's)


@pytest.fixture
def underway(cast, site):  # noqa: F811
    """One milestone reached, one moved, one that is ours alone; a problem told, another not; a thing that waits."""
    site.milestone("原型确认", due=-3).reach(by=cast.lena)
    moved = site.milestone("第一版上线", due=10)
    moved.move(by=cast.lena, due_on=site.today + timedelta(days=14), reason="接口晚到")
    site.milestone("内部联调", due=4, client_sees=False)
    waits = site.task("接入号源")
    site.run()
    waits.wait(by=cast.lena, contact=cast.clara, what="接口文档")
    for title in ("接口晚到", "还没告诉他们"):
        risk = Risk.objects.add(
            by=cast.lena, project=site.project, title=title, kind="problem", impact=4, owner=cast.lena, effect="晚一周"
        )
        risk.add_option(by=cast.lena, words="先上总院", amount=3000, currency="CNY", days=-2)
    Risk.objects.get(title="接口晚到").tell(by=cast.lena, contact=cast.clara, channel="phone")
    said = {"by": cast.lena, "client": cast.qingchuan, "contact": cast.clara}
    Decision.objects.add(**said, side="them", question="用哪种蓝？", text="深蓝")
    Promise.objects.add(**said, text="周五前给第二版", due_on=site.today + timedelta(days=2), person=cast.lena)
    Promise.objects.add(**said, side="them", text="给科室名单")
    return planned(cast, goal="定下上线的日子")


def told(meeting, user, language="en"):
    with translation.override(language):
        return {one["label"]: one["rows"] for one in pack(meeting, user)["sections"]}


def test_it_says_how_far_the_project_is_and_what_comes(underway, cast):
    sections = told(underway, cast.lena)
    assert ["Tasks", "0 of 1 done"] in sections["官网改版"]
    reached = next(rows for label, rows in sections.items() if label.startswith("官网改版: reached since"))
    assert reached[0][0] == "原型确认"
    (coming,) = sections["官网改版: what comes next"]
    assert coming[0] == "第一版上线" and len(coming) == 4, "with the day that was planned first"
    assert "接入号源" in str(sections["官网改版: waits for you"])


def test_problems_they_were_told_stand_there_with_their_ways_out(underway, cast):
    (problem,) = told(underway, cast.lena)["官网改版: to be solved together"]
    assert problem["head"] == "接口晚到" and "3,000.00; 2 days sooner)" in problem["note"]


def test_what_they_are_not_told_yet_is_not_in_it(underway, cast):
    everything = str(told(underway, cast.lena))
    assert "还没告诉他们" not in everything and "内部联调" not in everything
    Promise.objects.filter(text="周五前给第二版").update(held_for=["scope"])
    assert "周五前给第二版" not in str(told(underway, cast.lena)), "it waits for an approval of ours"


def test_it_says_what_is_open_between_both(underway, cast):
    sections = told(underway, cast.lena)
    assert sections["Waits for your word"][0]["head"] == "深蓝"
    Decision.objects.get().write_twin(by=cast.lena, of="question", twin="Which blue?")
    assert told(underway, cast.lena)["Waits for your word"][0]["text"] == "Which blue?"
    assert sections["We owe you"][0][0] == "周五前给第二版" and sections["You owe us"][0][0] == "给科室名单"
    assert sections["Goal"] == ["定下上线的日子"]


def test_it_is_a_paper_in_both_languages_for_those_who_see_the_client(underway, cast, client, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    client.force_login(cast.lena)
    page = client.get(f"/meetings/{underway.reference}/").content.decode()
    assert f"/documents/{underway.reference}/pack.pdf" in page
    assert f"/clients/{cast.qingchuan.reference}/before/" in page
    address = f"/documents/{underway.reference}/pack.pdf?language="
    chinese, english = (text_of(client.get(address + language).content) for language in ("zh", "en"))
    assert "先上总院" in chinese and "tobesolvedtogether" in english.replace(" ", "")
    assert "inside" not in english and "内部使用" not in chinese, "it is made to be handed over"
    client.force_login(cast.ida)
    assert client.get(address + "en").status_code == 404


def test_of_a_client_without_a_project_it_says_the_rest(cast):
    meeting = planned(cast, starts_at=timezone.now() + timedelta(days=1), goal="定下上线的日子")
    assert list(told(meeting, cast.lena)) == ["Meeting", "Goal"]
