"""From a wish to what was accepted: agreed by link, planned, worked on, late, and accepted on a phone, in Chinese."""

import re
from datetime import date, timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from tests.cast import Cast
from tests.stories.conftest import Visit
from zhike.agreements.models import Decision
from zhike.core.timeline.delivery import deliver_all
from zhike.domains.projects.models import Milestone, Project, Task
from zhike.domains.requirements.models import Requirement
from zhike.surfaces.exchange.demo.drawing import screen

pytestmark = pytest.mark.browser


def test_a_project_runs_from_its_draft_to_what_the_client_accepts(visit: Visit, cast: Cast) -> None:
    cast.clara.amend(by=cast.lena, language="zh")
    page = visit(cast.lena, f"/projects/new/?client={cast.qingchuan.pk}")
    page.get_by_label("Name", exact=False).first.fill("官网改版")
    page.get_by_label("What it is for").fill("老人也能自己挂号")
    page.keyboard.press("Control+Enter")
    expect(page.locator("h1")).to_have_text("官网改版")
    page.get_by_role("button", name="Note as agreed").first.click()
    page.get_by_role("button", name="Start the project").first.click()
    project, today = Project.objects.get(), timezone.localdate()
    assert project.state == "running"

    _agree_on_a_wish(visit, page, cast, project)
    _add_a_task(page, project, today)
    _book_time(page, today)
    _let_a_milestone_slip(page, cast, project, today)
    link = _show_a_deliverable(page, project)
    _answer_on_a_phone(visit(None, link, width=390, height=844, is_mobile=True, has_touch=True))
    page.goto(f"/clients/{cast.qingchuan.reference}/?tab=agreements")
    expect(page.locator("main")).to_contain_text("“首页设计稿”第 1 版已验收。")
    expect(page.locator("main")).to_contain_text("挂号的每一步都有不小于 18 号的字")
    decision = Decision.objects.get(text__contains="已验收")
    assert (decision.state, decision.confirmed_how, decision.confirmed_by) == ("confirmed", "link", cast.clara)


def _agree_on_a_wish(visit: Visit, page: Page, cast: Cast, project: Project) -> None:
    """Noted in their words, put in ours, confirmed on their phone."""
    page.goto(f"/requirements/new/?client={cast.qingchuan.pk}&project={project.pk}")
    page.get_by_label("What is wanted").fill("字要大一点，老人看得清")
    page.get_by_label("Where exactly").fill("启动会")
    page.keyboard.press("Control+Enter")
    expect(page.locator("main")).to_contain_text("字要大一点")
    page.get_by_role("link", name="Work out what it means").or_(
        page.get_by_role("button", name="Work out what it means")
    ).first.click()
    page.get_by_role("textbox", name="What both sides mean by it").fill("挂号的每一步都有不小于 18 号的字")
    page.get_by_role("button", name="Work out what it means").last.click()
    page.get_by_role("button", name="Write it down to be confirmed").first.click()
    page.get_by_role("link", name="Ask to confirm").first.click()
    page.get_by_label("Who confirms").select_option(str(cast.clara.pk))
    page.get_by_role("button", name="Make the link").click()
    letter = visit(None, _link(page), width=390, height=844, is_mobile=True, has_touch=True)
    letter.get_by_role("button", name="没错").click()
    expect(letter.locator(".item-done")).to_contain_text("您已确认")
    deliver_all()
    assert Requirement.objects.get().state == "agreed"
    page.goto(f"/projects/{project.reference}/")


def _add_a_task(page: Page, project: Project, today: date) -> None:
    page.locator("#new-task").fill("画草图")
    page.keyboard.press("Enter")
    expect(page.locator("#plan .error")).to_contain_text("画草图")  # it runs: nothing without owner and day
    page.locator("#plan [name=owner]").select_option(label="Lena 林娜")
    page.locator("#plan [name=due_on]").fill(str(today))
    page.locator("#new-task").press("Enter")
    expect(page.locator(".project-task")).to_contain_text("画草图")
    assert Task.objects.get().owner_id


def _book_time(page: Page, today: date) -> None:
    page.goto("/hours/week/")
    page.locator(f'[name$="-{today}"]').fill("1:30")
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".week-sheet tfoot")).to_contain_text("1:30")
    page.goto(f"/projects/{Project.objects.get().reference}/")
    expect(page.locator(".client-rail, aside, main").first).to_contain_text("1.5 hours")


def _let_a_milestone_slip(page: Page, cast: Cast, project: Project, today: date) -> None:
    said = {"title": "第一版上线", "owner": cast.lena, "due_on": today + timedelta(days=3)}
    milestone = Milestone.objects.add(by=cast.lena, project=project, **said)
    forecast = f"/projects/{project.reference}/forecast/"
    page.goto(forecast)
    before = page.locator(".forecast-lead strong time").get_attribute("datetime")
    page.goto(f"/milestones/{milestone.reference}/step/move/")
    page.get_by_label("New day").fill(str(today + timedelta(days=10)))
    page.get_by_label("Why").fill("测试账号晚了一周")
    page.get_by_role("button", name="Move").click()
    expect(page.locator(".project-moves")).to_contain_text("测试账号晚了一周")
    page.goto(forecast)
    after = page.locator(".forecast-lead strong time").get_attribute("datetime")
    assert before and after and after > before, "the forecast moves"
    page.goto(f"/projects/{project.reference}/")
    expect(page.locator(".client-head")).to_contain_text("7 days after the first plan")


def _link(page: Page) -> str:
    found = re.search(r"/l/\S+", page.get_by_label("Message").input_value())
    assert found
    return found[0]


def _show_a_deliverable(page: Page, project: Project) -> str:
    page.goto(f"/deliverables/new/?project={project.pk}")
    page.get_by_label("Title").fill("首页设计稿")
    page.keyboard.press("Control+Enter")
    page.locator("[name=file][required]").set_input_files(
        {"name": "首页.png", "mimeType": "image/png", "buffer": screen(1)}
    )
    page.get_by_role("button", name="Hand in a version").first.click()
    page.get_by_role("link", name="Show it to the client").first.click()
    page.get_by_label("Who of theirs").select_option(label="陈岚")
    page.get_by_role("button", name="Make the link").click()
    return _link(page)


def _answer_on_a_phone(letter: Page) -> None:
    expect(letter.locator("h1")).to_have_text("陈总，您看这样可以吗？")
    assert letter.evaluate("document.documentElement.scrollWidth") <= 390
    picture = letter.locator(".review-picture img")
    box = picture.bounding_box()
    assert box
    picture.tap(position={"x": box["width"] / 4, "y": box["height"] / 2})
    letter.locator("[name=text]").fill("标题再大一号")
    letter.get_by_role("button", name="标在这里").tap()
    expect(letter.locator(".review-words")).to_contain_text("标题再大一号")
    assert Milestone.objects.get().project.deliverables.get().pins.get().x == 25
    letter.get_by_role("button", name="确认验收").tap()
    expect(letter.locator(".notice")).to_contain_text("您已验收")
