"""Lena joins tasks over time by drawing from bar to bar; what cannot be is said."""

from datetime import timedelta
from html import unescape

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from tests.cast import Cast
from tests.stories.conftest import Visit
from zhike.domains.projects.errors import Circular
from zhike.domains.projects.models import Follow, Project, Task

pytestmark = pytest.mark.browser


def draw(page: Page, before: Task, after: Task) -> None:
    """From the end of one bar onto another one."""
    page.locator(f"[data-before='{before.reference}']").hover(force=True)
    page.mouse.down()
    box = page.locator(f"[data-after='/tasks/{after.reference}/after/']").bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, steps=6)
    with page.expect_navigation():
        page.mouse.up()


def test_what_comes_after_what_is_drawn(visit: Visit, cast: Cast, transactional_db: None) -> None:
    by, today = cast.lena, timezone.localdate()
    project = Project.objects.add(by=by, client=cast.qingchuan, lead=by, name="小程序")
    draft, final = (
        Task.objects.add(
            by=by, project=project, title=title, owner=by, starts_on=today + timedelta(days=first),
            due_on=today + timedelta(days=first + 4),
        )
        for title, first in (("草图", 0), ("定稿", 7))
    )  # fmt: skip
    page = visit(by, f"/projects/{project.reference}/time/")
    draw(page, draft, final)
    expect(page.locator(".gantt-arrow")).to_have_count(1)
    assert Follow.objects.get().before == draft
    draw(page, final, draft)
    expect(page.get_by_text(unescape(str(Circular([draft, final, draft]))))).to_be_visible()
    assert Follow.objects.count() == 1
