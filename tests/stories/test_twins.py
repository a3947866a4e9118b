"""Lena writes the ways in two languages; Clara reads them in Chinese on her telephone, her colleague in English."""

import pytest
from playwright.sync_api import Page

from tests.cast import Cast
from tests.stories.conftest import Visit
from zhike.agreements.tradeoffs.models import Tradeoff
from zhike.agreements.twins.models import Twin
from zhike.core.timeline.delivery import deliver_all

pytestmark = pytest.mark.browser
WISH, WISH_EN = "六一前四个入口全部上线", "All four entrances live before 1 June"


@pytest.fixture
def draft(cast: Cast) -> Tradeoff:
    made = Tradeoff.objects.add(
        by=cast.lena, client=cast.qingchuan, contact=cast.clara, owner=cast.lena, title="首页做几个入口？", wish=WISH,
        because="只有 18 个工作日",
    )  # fmt: skip
    made.add_way(by=cast.lena, title="先上两个入口", consequences="六一可用")
    return made


def test_a_twin_is_written_and_numbers_that_differ_are_said_while_one_types(
    visit: Visit, cast: Cast, draft: Tradeoff
) -> None:
    desk = visit(cast.lena, f"/tradeoffs/{draft.reference}/")
    desk.get_by_label("More").click()
    desk.get_by_role("link", name="In two languages").click()
    why = desk.locator("section#because")
    why.locator("textarea").fill("There are only 16 working days")
    why.locator(".notice").wait_for()
    assert "18" in why.locator(".notice").inner_text() and "16" in why.locator(".notice").inner_text()
    why.locator("textarea").fill("There are only 18 working days")
    why.get_by_label("Which wording prevails").select_option("en")
    why.get_by_role("button", name="Save").click()
    desk.locator(".toast, [data-toast]").first.wait_for()
    assert why.locator("textarea").input_value() == "There are only 18 working days"


def test_on_a_telephone_each_reads_their_own_language(visit: Visit, cast: Cast, draft: Tradeoff) -> None:
    draft.write_twin(by=cast.lena, of="wish", twin=WISH_EN)
    cast.clara.amend(by=cast.lena, language="zh")
    draft.send(by=cast.lena)
    phone = visit(None, draft.secret[draft.secret.index("/l/") :], width=390, height=844, locale="zh-CN")
    assert _above(phone, WISH, WISH_EN)
    assert phone.get_by_text("以哪种文本为准").is_visible()
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    assert phone.locator(f"p[lang=en]:has-text('{WISH_EN}')").count() == 1
    phone.get_by_role("button", name="English").click()
    assert _above(phone, WISH_EN, WISH)


def test_what_changed_alone_stands_on_her_day(visit: Visit, cast: Cast, draft: Tradeoff) -> None:
    draft.write_twin(by=cast.lena, of="wish", twin=WISH_EN)
    draft.amend(by=cast.omar, wish="六一前三个入口上线")
    deliver_all()
    day = visit(cast.lena, "/")
    day.get_by_role("link", name=WISH_EN).click()
    assert "Only the text was changed" in day.locator("section#wish").inner_text()


def _above(page: Page, one: str, other: str) -> bool:
    first, second = (page.get_by_text(words).first.bounding_box() for words in (one, other))
    return bool(first and second and first["y"] < second["y"])


def test_in_the_composer_the_other_language_lies_open_where_somebody_reads_it(visit: Visit, cast: Cast) -> None:
    cast.clara.amend(by=cast.lena, emails=["chen@qingchuan.example"], language="zh")
    desk = visit(cast.lena, f"/clients/{cast.qingchuan.reference}/", locale="en-GB")
    twin = desk.get_by_label("The same in the other language")
    assert not twin.is_visible()
    desk.locator(".composer-kinds label", has_text="Mail").click()
    assert twin.is_visible()
    desk.locator("#said").fill("The draft has 3 pages.")
    twin.fill("初稿共 4 页。")
    desk.locator(".composer .entry-hints .notice").first.wait_for()
    desk.get_by_text("陈总", exact=False).first.click()
    desk.get_by_role("button", name="Log").click()
    desk.locator(".event-body").first.wait_for()
    assert Twin.objects.get(key="text").text == "初稿共 4 页。"


def test_where_all_read_alike_it_is_one_tap_away(visit: Visit, cast: Cast) -> None:
    cast.clara.amend(by=cast.lena, emails=["chen@qingchuan.example"], language="en")
    desk = visit(cast.lena, f"/clients/{cast.qingchuan.reference}/", locale="en-GB")
    desk.locator(".composer-kinds label", has_text="Mail").click()
    twin = desk.get_by_label("The same in the other language")
    assert not twin.is_visible()
    desk.locator(".composer summary", has_text="In two languages").click()
    assert twin.is_visible()
