"""Clara tries a prototype on her phone, points at what she does not find, and it becomes a requirement and a defect."""

import re

import pytest
from django.core.files.base import ContentFile
from playwright.sync_api import Page, expect

from tests.cast import Cast
from tests.stories.conftest import Visit
from zhike.core.files.models import Attachment
from zhike.core.mail.models import Letter
from zhike.domains.projects.models import Deliverable, Project
from zhike.domains.projects.quality.models import Defect
from zhike.domains.requirements.models import Requirement
from zhike.surfaces.exchange.demo.drawing import screen

pytestmark = pytest.mark.browser
PHONE = {"width": 390, "height": 844, "is_mobile": True, "has_touch": True, "locale": "zh-CN"}


@pytest.fixture
def screens(cast: Cast, transactional_db: None) -> Deliverable:
    by = cast.lena
    project = Project.objects.add(by=by, client=cast.qingchuan, lead=by, name="小程序")
    made = Deliverable.objects.add(by=by, project=project, title="挂号页", owner=by)
    made.hand_in(by=by, file=Attachment.objects.attach(ContentFile(screen(1), "挂号页.png"), to=made, by=by))
    return made


def test_what_clara_meets_becomes_a_requirement_and_a_defect(visit: Visit, cast: Cast, screens: Deliverable) -> None:
    cast.clara.amend(by=cast.lena, language="zh", emails=["chenlan@qingchuan.example"])
    page = visit(cast.lena, f"/tryouts/new/?deliverable={screens.pk}&contact={cast.clara.pk}")
    page.get_by_label("What is tried").fill("护士站试用")
    page.get_by_label("What they are to do").fill("把号改到周五\n找到缴费记录")
    page.keyboard.press("Control+Enter")
    page.get_by_role("link", name="Let them try it by link").click()
    page.get_by_label("A word to them").fill("十分钟就够")
    page.get_by_label("Send it by mail").check()
    page.get_by_role("button", name="Make the link").click()
    expect(page.locator("main")).to_contain_text("on its way to 陈岚")
    link = re.search(r"/l/\S+", page.get_by_label("Message").input_value())
    letter = Letter.objects.get()
    assert link and letter.language == "zh-hans" and "十分钟就够" in letter.text

    _try(visit(None, link[0], **PHONE))

    page.get_by_role("link", name="Back").click()
    errands = page.locator(".tryout-errands > li")
    expect(errands.first).to_contain_text("以为在这里")
    errands.first.get_by_role("link", name="Make a requirement of it").click()
    page.get_by_role("button", name="Make a requirement of it").click()
    wanted = Requirement.objects.get()
    assert wanted.quote == "没找到改约\n以为在这里" and wanted.contact == cast.clara
    errands.last.get_by_role("link", name="Make a defect of it").click()
    page.get_by_role("button", name="Make a defect of it").click()
    expect(errands.last).to_contain_text(Defect.objects.get().reference)
    errands.first.get_by_role("link", name=re.compile(wanted.reference)).click()
    page.locator("main").get_by_role("link", name=re.compile("TR-")).first.click()
    expect(page.locator("h1")).to_have_text("护士站试用")


def _try(letter: Page) -> None:
    expect(letter.locator("h1")).to_have_text("护士站试用")
    expect(letter.locator("main")).to_contain_text("十分钟就够")
    assert letter.evaluate("document.documentElement.scrollWidth") <= 390
    first, second = letter.locator("form.review-answer fieldset").all()
    first.get_by_label("没能完成").check()
    letter.get_by_label("当时您在想什么").first.fill("没找到改约")
    picture = letter.locator(".review-picture img")
    box = picture.bounding_box()
    assert box
    picture.tap(position={"x": box["width"] / 4, "y": box["height"] / 2})
    letter.locator("#pin-form").get_by_label("任务").select_option(label="把号改到周五")
    letter.locator("#pin-form textarea").fill("以为在这里")
    letter.get_by_role("button", name="标在这里").tap()
    expect(letter.locator("#pins")).to_contain_text("以为在这里")
    expect(first.get_by_label("没能完成")).to_be_checked()  # what was answered is still there
    second.get_by_label("在帮助下完成").check()
    letter.get_by_label("当时您在想什么").last.fill("字太小")
    letter.get_by_role("button", name="提交试用情况").tap()
    expect(letter.locator("h1")).to_have_text("谢谢")
