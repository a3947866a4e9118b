"""Lena reads the plan against what is: a milestone that is reached has its tick beside its day."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.cast import Cast
from tests.stories.conftest import Visit
from zhike.domains.projects.baselines.models import Baseline
from zhike.domains.projects.models import Milestone, Project

pytestmark = pytest.mark.browser


def test_the_tick_stands_in_the_line_of_the_day(visit: Visit, cast: Cast, transactional_db: None) -> None:
    by, today = cast.lena, timezone.localdate()
    project = Project.objects.add(by=by, client=cast.qingchuan, lead=by, name="小程序")
    said = {"by": by, "project": project, "owner": by, "due_on": today + timedelta(days=9)}
    point = Milestone.objects.add(title="第一版上线", **said)
    Baseline.objects.add(by=by, project=project)
    point.reach(by=by, on=today)
    page = visit(by, f"/projects/{project.reference}/drift/")
    cell = page.locator("td", has=page.locator("svg.icon")).first
    day, tick = cell.locator("time").bounding_box(), cell.locator("svg").bounding_box()
    assert day and tick
    assert tick["x"] > day["x"] + day["width"]
    assert day["y"] < tick["y"] + tick["height"] / 2 < day["y"] + day["height"]
