"""Lena moves the steps of a flow: by dragging, by keys, and on a phone by their menu."""

import pytest
from playwright.sync_api import expect

from tests.cast import Cast
from tests.stories.conftest import Visit
from zhike.domains.projects.models import Project
from zhike.domains.requirements.flows.models import Flow

pytestmark = pytest.mark.browser


@pytest.fixture
def flow(cast: Cast, transactional_db: None) -> Flow:
    by = cast.lena
    project = Project.objects.add(by=by, client=cast.qingchuan, lead=by, name="小程序")
    made: Flow = Flow.objects.add(by=by, project=project, title="挂号")
    made.add_node(by=by, text="打开小程序", shape="start")
    made.add_node(by=by, text="选医生", after=made.nodes.get())
    return made


def test_a_step_is_dragged_and_moved_by_keys(visit: Visit, cast: Cast, flow: Flow) -> None:
    page = visit(cast.lena, f"/flows/{flow.reference}/")
    step = page.get_by_role("button", name="2. Step: 选医生")
    box = step.bounding_box()
    assert box
    page.mouse.move(box["x"] + 30, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + 30 + 208, box["y"] + 24, steps=5)
    page.mouse.up()
    expect(page.locator("[data-at='1,1']")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator("[data-at='1,2']")).to_be_focused()
    assert flow.nodes.filter(column=1, row=2, text="选医生").exists()


def test_on_a_phone_it_moves_by_its_menu(visit: Visit, cast: Cast, flow: Flow) -> None:
    page = visit(cast.lena, f"/flows/{flow.reference}/", width=390, height=844, has_touch=True)
    page.get_by_label("Change 2").click()
    page.locator(".menu:visible").get_by_role("button", name="To the right").click()
    expect(page.locator("[data-at='1,1']")).to_be_attached()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
