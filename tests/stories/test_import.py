"""A file of clients with faults: read, matched, checked, brought in; what is wrong is told row by row."""

import pytest
from playwright.sync_api import expect

from tests.cast import Cast
from tests.stories.conftest import Visit
from tests.stories.dropping import carried, drop
from zhike.clients.models import Client
from zhike.core.jobs.models import Job
from zhike.core.jobs.running import run
from zhike.core.timeline.delivery import deliver_all

pytestmark = pytest.mark.browser
FILE = "名称,手机,行业\n苏州明远光学,13800138000,光学\n宁波海舟物流,1388000 12,物流\nFarshore,13900139000,Ports\n"


def test_good_rows_go_in_and_bad_ones_come_back(visit: Visit, cast: Cast) -> None:
    page = visit(cast.lena, "/clients/")
    page.get_by_role("link", name="Import", exact=True).first.click()
    buffer = FILE.encode("gb18030")
    page.locator("input[type=file]").set_input_files({"name": "clients.csv", "mimeType": "text/csv", "buffer": buffer})
    page.get_by_role("button", name="Read the file").click()
    expect(page.locator(".match")).to_contain_text("苏州明远光学")

    page.get_by_role("button", name="Check the file").click()
    run(Job.objects.latest("pk").pk)
    expect(page.locator(".faults")).to_contain_text("1388000 12")
    assert not Client.objects.filter(name="Farshore").exists()

    page.get_by_role("button", name="Import 2 rows").click()
    run(Job.objects.latest("pk").pk)
    expect(page.locator(".import-counts")).to_contain_text("2")
    expect(page.get_by_role("link", name="Download the row with its reason")).to_be_visible()
    deliver_all()
    page.get_by_role("link", name="See the clients").click()
    expect(page.get_by_role("link", name="苏州明远光学")).to_be_visible()
    assert set(Client.objects.filter(industry__in=["光学", "物流", "Ports"]).values_list("name", flat=True)) == {
        "苏州明远光学", "Farshore",
    }  # fmt: skip


def test_a_file_let_fall_on_the_page_is_read(visit: Visit, cast: Cast) -> None:
    page = visit(cast.lena, "/clients/import/")
    drop(page.locator("[data-drop]"), carried(page, "clients.csv", FILE, "text/csv"))
    expect(page.locator(".match")).to_contain_text("苏州明远光学")
