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
# It parses each colour anew for each piece of text, by a library that takes long: a third of the time for contrast.
KEEP_COLOURS = """;(() => {
  const kept = new Map(), colour = axe.commons.color.Color.prototype, parse = colour.parseString;
  colour.parseString = function (text) {
    if (!kept.has(text)) kept.set(text, new this.constructor(parse.call(this, text)));
    const { r, g, b, alpha } = kept.get(text);
    return Object.assign(this, { r, g, b, alpha });
  };
})()"""
RUN = """(asked) => axe.run(document, { ...asked, resultTypes: ["violations"] }).then((told) => ({
    width: document.documentElement.scrollWidth, wrong: told.violations.flatMap((rule) => rule.nodes.map(
    (node) => `${rule.id}: ${node.html.slice(0, 160)} ${node.any[0]?.message ?? ""}`))}))"""
CONTRAST = {"runOnly": ["color-contrast"]}
THE_REST = {"rules": {"color-contrast": {"enabled": False}}}
DESK, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
Look = tuple[str, Any, Any]  # theme, size, what axe is asked for
ASKED: dict[str, list[Look]] = {
    "en-GB": [("light", DESK, {}), ("light", PHONE, THE_REST), ("dark", PHONE, CONTRAST)],
    "zh-CN": [("light", DESK, THE_REST), ("light", PHONE, THE_REST)],
}


@pytest.fixture(scope="session")
def axe() -> str:
    if not Path(AXE).exists():
        pytest.fail("axe-core is not here: run bin/test, which fetches it.")
    return Path(AXE).read_text() + KEEP_COLOURS


@pytest.mark.parametrize("half", [0, 1])
def test_every_page_is_open_to_all_and_fits_a_phone(visit: Visit, cast: Cast, axe: str, half: int) -> None:
    addresses = [(cast.lena, furnish(cast)), (cast.ada, SETTINGS), (None, GATE)]
    found = {}
    for locale, looks in ASKED.items():
        visits = [(visit(one, "/account/login/", locale=locale), named.items()) for one, named in addresses]
        for page, _named in visits:
            page.add_init_script(axe)
        pages = [(page, name, address) for page, named in visits for name, address in named]
        for n, (page, name, address) in enumerate(pages[half::2]):
            there_and_back = looks[:: -1 if n % 2 else 1]  # a page that turns its look is drawn anew, which takes long
            if faults := [*faults_of(page, address, there_and_back)]:
                found[name, locale] = faults
    assert found == {}


def faults_of(page: Page, address: str, looks: list[Look]) -> Iterator[tuple[str, int, Any]]:
    """(theme, width, what is wrong) for the looks in which anything is."""
    answer = page.goto(address)
    assert answer and answer.status in (200, 404), address
    for theme, size, asked in looks:
        page.emulate_media(color_scheme=theme)
        page.set_viewport_size(size)
        told = page.evaluate(RUN, asked)
        if told["wrong"]:
            yield theme, size["width"], told["wrong"]
        if told["width"] > size["width"]:
            yield theme, size["width"], f"it is {told['width']} wide"


def test_axe_finds_nothing_in_what_opens(visit: Visit, cast: Cast, axe: str) -> None:
    addresses = furnish(cast)
    page = visit(cast.lena)
    found = {}
    for name, (address, open_it) in OPENED.items():
        page.goto(addresses[address])
        open_it(page)
        page.evaluate(axe)
        for theme in ("light", "dark"):
            page.emulate_media(color_scheme=theme)
            if wrong := page.evaluate(RUN, {})["wrong"]:
                found[name, theme] = wrong
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
