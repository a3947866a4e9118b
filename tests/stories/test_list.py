"""A list is for work: filters in the address, columns, cells, many at once, views, keys, more by scrolling."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.cast import Cast
from tests.stories.conftest import Visit
from zhike.clients.models import Client
from zhike.core.pages.models import SavedView

pytestmark = pytest.mark.browser


def row(page: Page, client: Client) -> str:
    return f"tr#{client.reference}"


def test_a_filter_stands_in_the_address_and_is_taken_away(visit: Visit, cast: Cast) -> None:
    cast.qingchuan.amend(by=cast.lena, city="杭州")
    other = Client.objects.add(by=cast.lena, name="Elsewhere", city="宁波", owner=cast.lena)
    page = visit(cast.lena, "/clients/")
    page.locator("summary", has_text="Filter").click()
    page.locator(".filter-form input[name=city]").fill("杭州")
    page.locator(".filter-form button").click()
    expect(page).to_have_url(re.compile("city=%E6%9D%AD%E5%B7%9E"))
    expect(page.locator(row(page, other))).to_have_count(0)
    expect(page.locator(row(page, cast.qingchuan))).to_be_visible()
    page.get_by_label("Remove filter City").click()
    expect(page.locator(row(page, other))).to_be_visible()
    page.go_back()
    expect(page.locator(row(page, other))).to_have_count(0)


def test_columns_are_chosen_and_the_view_is_kept(visit: Visit, cast: Cast) -> None:
    page = visit(cast.lena, "/clients/")
    page.locator("summary", has_text="Columns").click()
    page.get_by_label("Tax number").check()
    page.locator("form[data-columns] button").click()
    expect(page.locator("thead")).to_contain_text("Tax number")
    page.locator("summary", has_text="Keep this view").click()
    page.get_by_label("Name of the view").fill("With numbers")
    page.get_by_role("button", name="Keep", exact=True).click()
    expect(page.locator(".tabs [aria-current=page]")).to_contain_text("With numbers")
    expect(page.locator("thead")).to_contain_text("Tax number")
    assert SavedView.objects.get().owner == cast.lena


def test_a_cell_is_edited_where_it_stands(visit: Visit, cast: Cast) -> None:
    page = visit(cast.lena, "/clients/?columns=industry")
    cell = page.locator(f"{row(page, cast.qingchuan)} td[data-edit$='/industry']")
    cell.click()
    cell.locator("input:not([type=hidden])").fill("医疗器械")
    page.keyboard.press("Enter")
    expect(cell).to_have_text("医疗器械")
    cast.qingchuan.refresh_from_db()
    assert cast.qingchuan.industry == "医疗器械"


def test_many_are_tagged_and_archived_and_brought_back(visit: Visit, cast: Cast) -> None:
    made = [Client.objects.add(by=cast.lena, name=f"Client {n}", owner=cast.lena) for n in range(3)]
    page = visit(cast.lena, "/clients/")
    for client in made:
        page.locator(f"{row(page, client)} .check").check()
    expect(page.locator(".bulkbar output")).to_have_text("3 selected")
    page.locator(".bulkbar summary", has_text="Tags").click()
    page.locator(".bulkbar [name=tags]").fill("fair, VIP")
    page.locator(".bulkbar button", has_text="Set").click()
    expect(page.locator(".toast")).to_contain_text("3 records changed")
    assert {tuple(client.tags) for client in Client.objects.filter(name__startswith="Client ")} == {("fair", "VIP")}

    for client in made:
        page.locator(f"{row(page, client)} .check").check()
    page.locator(".bulkbar button", has_text="Archive").click()
    expect(page.locator(row(page, made[0]))).to_have_count(0)
    page.locator(".toast button", has_text="Undo").click()
    expect(page.locator(row(page, made[0]))).to_be_visible()
    assert Client.objects.filter(archived_at=None, name__startswith="Client ").count() == 3


def test_keys_move_tick_and_open(visit: Visit, cast: Cast) -> None:
    Client.objects.add(by=cast.lena, name="Another", owner=cast.lena)
    page = visit(cast.lena, "/clients/")
    for key in "jjk":
        page.keyboard.press(key)
    expect(page.locator("tbody tr").first).to_have_attribute("data-cursor", "")
    page.keyboard.press("x")
    expect(page.locator(".bulkbar output")).to_have_text("1 selected")
    page.keyboard.press("x")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Another")


def test_more_rows_come_by_scrolling(visit: Visit, cast: Cast) -> None:
    for number in range(60):
        Client.objects.add(by=cast.lena, name=f"Client {number:02}", owner=cast.lena)
    page = visit(cast.lena, "/clients/")
    expect(page.locator("tbody tr[id]")).to_have_count(50)
    page.locator("tr.more-row").scroll_into_view_if_needed()
    expect(page.locator("tbody tr[id]")).to_have_count(61)
