"""Two people edit the same client. Both versions are shown, each field is chosen, nothing is lost."""

import pytest
from playwright.sync_api import expect

from tests.cast import Cast
from tests.stories.conftest import Visit

pytestmark = pytest.mark.browser


def test_both_versions_are_shown_and_chosen_field_by_field(visit: Visit, cast: Cast) -> None:
    address = f"/clients/{cast.qingchuan.reference}/edit/"
    lena, omar = visit(cast.lena, address), visit(cast.omar, address)
    for page, industry, city in ((lena, "Imaging", "杭州"), (omar, "Devices", "绍兴")):
        page.get_by_label("Industry").fill(industry)
        page.get_by_label("City").fill(city)
    lena.get_by_role("button", name="Save").click()
    expect(lena.locator(".toast")).to_contain_text("Saved")

    omar.get_by_label("Short name").fill("晴川")
    omar.get_by_role("button", name="Save").click()
    expect(omar.get_by_role("alert").first).to_contain_text("nothing you typed is lost")
    rows = omar.locator("table.twin tbody tr")
    expect(rows.filter(has_text="Industry").locator("td").first.locator("input:disabled")).to_have_value("Imaging")
    expect(omar.get_by_label("Industry", exact=False).last).to_have_value("Devices")

    rows.filter(has_text="City").locator("input[value=theirs]").check()
    omar.get_by_role("button", name="Save").click()
    expect(omar.locator("h1")).to_have_text("晴川")
    cast.qingchuan.refresh_from_db()
    assert (cast.qingchuan.industry, cast.qingchuan.city) == ("Devices", "杭州")
