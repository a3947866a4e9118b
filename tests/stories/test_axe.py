"""axe finds nothing wrong: every kind of page, with data, in both languages, both themes, on desk and phone."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.cast import Cast
from tests.stories.conftest import Visit
from tests.stories.furnished import GATE, SETTINGS, furnish
from tests.stories.site import ROOT

pytestmark = pytest.mark.browser
AXE = ROOT / "node_modules/axe-core/axe.min.js"
RUN = """() => axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) => violations.flatMap(
    (rule) => rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 160)} ${node.any[0]?.message ?? ""}`)))"""
SIZES = ((1440, 900), (390, 844))


@pytest.fixture(scope="session")
def axe() -> str:
    if not Path(AXE).exists():
        pytest.fail("axe-core is not here: run bin/test, which fetches it.")
    return Path(AXE).read_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("locale", ["en-GB", "zh-CN"])
def test_axe_finds_nothing(visit: Visit, cast: Cast, axe: str, locale: str, scheme: str) -> None:
    look: dict[str, Any] = {"locale": locale, "color_scheme": scheme}
    lena, ada = visit(cast.lena, **look), visit(cast.ada, **look)
    stranger = visit(None, "/account/login/", **look)
    pages = [(lena, name, address) for name, address in furnish(cast).items()]
    pages += [(ada, name, address) for name, address in SETTINGS.items()]
    pages += [(stranger, name, address) for name, address in GATE.items()]
    found = {(name, size): faults for page, name, address in pages for size, faults in faults_of(page, address, axe)}
    assert found == {}


def faults_of(page: Page, address: str, axe: str) -> list[tuple[int, list[str]]]:
    """(width, what is wrong) for the widths at which anything is."""
    answer = page.goto(address)
    assert answer and answer.status in (200, 404), address
    page.evaluate(axe)
    faults = []
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        faults.append((width, page.evaluate(RUN)))
    return [(width, wrong) for width, wrong in faults if wrong]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_what_opens(visit: Visit, cast: Cast, axe: str, scheme: str) -> None:
    addresses = furnish(cast)
    page = visit(cast.lena, color_scheme=scheme)
    found = {}
    for name, (address, open_it) in OPENED.items():
        page.goto(addresses[address])
        open_it(page)
        page.evaluate(axe)
        if wrong := page.evaluate(RUN):
            found[name] = wrong
    assert found == {}


def _palette(page: Page) -> None:
    page.keyboard.press("Control+k")
    page.keyboard.type("晴川")
    page.locator("#found [role=option] mark").first.wait_for()


def _keys(page: Page) -> None:
    page.keyboard.press("?")
    page.locator("#keys").wait_for()


def _filter(page: Page) -> None:
    page.locator("summary", has_text="Filter").click()
    page.locator(".filter-form").wait_for()


def _many(page: Page) -> None:
    page.locator("tbody .check").first.check()
    page.locator(".bulkbar summary", has_text="Tags").click()
    page.locator(".bulkbar [name=tags]").wait_for()


def _cell(page: Page) -> None:
    page.locator("td[data-edit$='/industry']").first.click()
    page.locator("td form").wait_for()


def _refused(page: Page) -> None:
    page.get_by_role("button", name="Add", exact=True).click()
    page.locator("[data-error]").first.wait_for()


def _composer(page: Page) -> None:
    page.locator(".composer-more summary").click()
    page.locator(".person-button").click()


OPENED = {
    "palette": ("my day", _palette),
    "keys": ("my day", _keys),
    "filter": ("clients", _filter),
    "many": ("clients", _many),
    "cell": ("clients", _cell),
    "refused": ("new client", _refused),
    "composer": ("client", _composer),
}
