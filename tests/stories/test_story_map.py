"""Lena arranges a story map: by dragging, by keys, and on a phone by its menu."""

import pytest
from playwright.sync_api import Page, expect

from tests.cast import Cast
from tests.stories.conftest import Visit
from zhike.domains.projects.models import Phase, Project
from zhike.domains.requirements.models import Activity, Requirement

pytestmark = pytest.mark.browser


@pytest.fixture
def project(cast: Cast, transactional_db: None) -> Project:
    by = cast.lena
    project = Project.objects.add(by=by, client=cast.qingchuan, lead=by, name="小程序")
    for n, title in enumerate(("试点", "全院"), start=1):
        Phase.objects.add(by=by, project=project, title=title, position=n)
    for title in ("找医生", "挂号"):
        Activity.objects.add(by=by, project=project, title=title)
    for words in ("按科室找", "三步挂上号"):
        Requirement.objects.add(
            by=by, client=cast.qingchuan, project=project, owner=by, statement=words, source_text="工作坊"
        )
    return project


def cell(page: Page, activity: str, phase: str) -> str:
    one, other = Activity.objects.get(title=activity), Phase.objects.get(title=phase)
    return f"[data-map-cell][data-activity='{one.pk}'][data-phase='{other.pk}']"


def test_a_card_is_dragged_and_moved_by_keys(visit: Visit, cast: Cast, project: Project) -> None:
    page = visit(cast.lena, f"/projects/{project.reference}/map/")
    target = page.locator(cell(page, "找医生", "试点"))
    page.locator("[data-map-card]", has_text="按科室找").locator("[data-map-grip]").hover()
    page.mouse.down()
    box = target.bounding_box()
    assert box
    page.mouse.move(box["x"] + 20, box["y"] + 20, steps=6)
    page.mouse.up()
    expect(page.locator(cell(page, "找医生", "试点"))).to_contain_text("按科室找")
    page.keyboard.press("Alt+ArrowRight")
    expect(page.locator(cell(page, "挂号", "试点"))).to_contain_text("按科室找")
    page.keyboard.press("Alt+PageDown")
    expect(page.locator(cell(page, "挂号", "全院"))).to_contain_text("按科室找")
    expect(page.locator("[data-map-card]", has_text="按科室找").get_by_role("link").first).to_be_focused()


def test_an_activity_is_dragged_and_moved_by_keys_and_undone(visit: Visit, cast: Cast, project: Project) -> None:
    page = visit(cast.lena, f"/projects/{project.reference}/map/")
    heads, second = page.locator("[data-map-column]"), page.locator("[data-map-column]", has_text="挂号")
    expect(heads).to_contain_text(["找医生", "挂号"])
    second.locator("[data-map-grip]").hover()
    page.mouse.down()
    box = page.locator("[data-map-column]", has_text="找医生").bounding_box()
    assert box
    page.mouse.move(box["x"] + 10, box["y"] + 10, steps=6)
    page.mouse.up()
    expect(heads).to_contain_text(["挂号", "找医生"])
    page.locator("#toasts").get_by_role("button", name="Undo").click()
    expect(heads).to_contain_text(["找医生", "挂号"])
    page.locator("[data-map-column] a", has_text="找医生").first.focus()
    page.keyboard.press("Alt+ArrowRight")
    expect(heads).to_contain_text(["挂号", "找医生"])
    expect(page.locator("[data-map-column]", has_text="找医生").get_by_role("link").first).to_be_focused()


def test_a_stale_move_is_told(visit: Visit, cast: Cast, project: Project) -> None:
    page = visit(cast.lena, f"/projects/{project.reference}/map/")
    wanted = Requirement.objects.get(statement="按科室找")
    wanted.move(by=cast.omar, activity=Activity.objects.get(title="找医生"), phase=Phase.objects.get(title="全院"))
    page.get_by_label("Move 按科室找").click()
    page.locator(".menu:visible").get_by_role("button", name="To “挂号”").click()
    expect(page.locator("#toasts")).to_contain_text("Nothing was moved")
    expect(page.locator(cell(page, "找医生", "全院"))).to_contain_text("按科室找")


def test_on_a_phone_the_menu_moves_it(visit: Visit, cast: Cast, project: Project) -> None:
    page = visit(cast.lena, f"/projects/{project.reference}/map/", width=390, height=844, has_touch=True)
    for activity in ("挂号", "找医生"):
        page.get_by_label("Move 三步挂上号").click()
        page.locator(".menu:visible").get_by_role("button", name=f"To “{activity}”").click()
        expect(page.locator("[data-map-cell]:has([data-map-card]):not([data-activity=''])")).to_contain_text("三步")
    page.get_by_label("Move 三步挂上号").click()
    page.locator(".menu:visible").get_by_role("button", name="To “全院”").click()
    expect(page.locator(cell(page, "找医生", "全院"))).to_contain_text("三步挂上号")
    page.get_by_label("Move 三步挂上号").click()
    page.locator(".menu:visible").get_by_role("button", name="To “试点”").click()
    expect(page.locator(cell(page, "找医生", "试点"))).to_contain_text("三步挂上号")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
