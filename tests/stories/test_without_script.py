"""With script off the main ways still lead there: plain links and forms."""

import pytest
from playwright.sync_api import expect

from tests.cast import PASSWORD, Cast
from tests.stories.conftest import Visit
from zhike.domains.conversations.models import Conversation

pytestmark = pytest.mark.browser


def test_one_signs_in_filters_creates_and_logs(visit: Visit, cast: Cast) -> None:
    page = visit(None, "/account/login/", java_script_enabled=False)
    page.get_by_label("E-mail").fill(cast.lena.email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("link", name="Clients").first.click()
    expect(page.locator("tbody tr")).to_have_count(1)

    page.goto("/clients/")
    page.locator("summary", has_text="Filter").click()
    page.get_by_role("link", name="Choose").click()
    page.get_by_label("City").fill("Nowhere")
    page.get_by_role("main").get_by_role("button", name="Show").click()
    expect(page.get_by_text("Nothing fits these filters.")).to_be_visible()

    page.goto("/clients/new/")
    page.get_by_label("Name", exact=True).fill("明远光学")
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.locator("h1")).to_have_text("明远光学")
    page.get_by_label("What was said").fill("First call")
    page.get_by_role("button", name="Log").click()
    expect(page.locator(".timeline")).to_contain_text("First call")
    assert Conversation.objects.get().client.name == "明远光学"
