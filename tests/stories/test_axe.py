"""axe finds nothing wrong, and no page is wider than a phone: every kind of page, with data, in both languages.

Colours do not depend on the language: English pages are asked for contrast, light and dark, Chinese ones for the rest.
"""

from collections.abc import Iterator
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
RUN = """(asked) => axe.run(document, { ...asked, resultTypes: ["violations"] }).then((told) => ({
    width: document.documentElement.scrollWidth, wrong: told.violations.flatMap((rule) => rule.nodes.map(
    (node) => `${rule.id}: ${node.html.slice(0, 160)} ${node.any[0]?.message ?? ""}`))}))"""
CONTRAST = {"runOnly": ["color-contrast"]}
THE_REST = {"rules": {"color-contrast": {"enabled": False}}}
DESK, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
ASKED: dict[str, list[tuple[str, Any, Any]]] = {  # (theme, size, what)
    "en-GB": [("light", DESK, {}), ("light", PHONE, THE_REST), ("dark", PHONE, CONTRAST)],
    "zh-CN": [("light", DESK, THE_REST), ("light", PHONE, THE_REST)],
}


@pytest.fixture(scope="session")
def axe() -> str:
    if not Path(AXE).exists():
        pytest.fail("axe-core is not here: run bin/test, which fetches it.")
    return Path(AXE).read_text()


@pytest.mark.parametrize("half", [0, 1])
@pytest.mark.parametrize("locale", ASKED)
def test_every_page_is_open_to_all_and_fits_a_phone(visit: Visit, cast: Cast, axe: str, locale: str, half: int) -> None:
    lena, ada, stranger = (visit(one, "/account/login/", locale=locale) for one in (cast.lena, cast.ada, None))
    pages = [(lena, name, address) for name, address in furnish(cast).items()]
    pages += [(ada, name, address) for name, address in SETTINGS.items()]
    pages += [(stranger, name, address) for name, address in GATE.items()]
    for page in (lena, ada, stranger):
        page.add_init_script(axe)
    found = {name: faults for page, name, address in pages[half::2] if (faults := [*faults_of(page, address, locale)])}
    assert found == {}


def faults_of(page: Page, address: str, locale: str) -> Iterator[tuple[str, int, Any]]:
    """(theme, width, what is wrong) for the looks in which anything is."""
    answer = page.goto(address)
    assert answer and answer.status in (200, 404), address
    for theme, size, asked in ASKED[locale]:
        page.emulate_media(color_scheme=theme)
        page.set_viewport_size(size)
        told = page.evaluate(RUN, asked)
        if told["wrong"]:
            yield theme, size["width"], told["wrong"]
        if told["width"] > size["width"]:
            yield theme, size["width"], f"it is {told['width']} wide"
    page.set_viewport_size(DESK)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_what_opens(visit: Visit, cast: Cast, axe: str, scheme: str) -> None:
    addresses = furnish(cast)
    page = visit(cast.lena, color_scheme=scheme)
    found = {}
    for name, (address, open_it) in OPENED.items():
        page.goto(addresses[address])
        open_it(page)
        page.evaluate(axe)
        if wrong := page.evaluate(RUN, {})["wrong"]:
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
    page.locator("td[data-edit$='/tags']").first.click()
    page.locator("td form").wait_for()


def _refused(page: Page) -> None:
    page.get_by_role("button", name="Add", exact=True).click()
    page.locator("[data-error]").first.wait_for()


def _composer(page: Page) -> None:
    page.locator(".composer label", has_text="Mail").first.click()
    for fold in page.locator(".composer-more").all():
        if fold.get_attribute("open") is None:
            fold.locator("summary").click()
    page.locator(".composer-more[data-only=mail] [name=twin]").wait_for()
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
