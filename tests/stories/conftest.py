"""Who visits: `visit(person)` opens a page of theirs in a browser of their own, before the real server."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.conf import settings
from django.test import Client as Door
from playwright.sync_api import Browser, BrowserContext, Page

from tests.stories.site import environment, serving

Visit = Callable[..., Page]
QUIET = "Failed to load resource"  # a refusal that the story is about


@pytest.fixture(scope="session")
def site(django_db_setup: None) -> Iterator[str]:
    """The address of the server, one for all stories of this test process."""
    with serving(environment()) as address:
        yield address


@pytest.fixture
def visit(browser: Browser, site: str, transactional_db: None) -> Iterator[Visit]:
    """`visit(lena, width=390, …)`: a page of hers, signed in; `visit(None)` a stranger's. Scripts must not fail."""
    opened: list[BrowserContext] = []
    wrong: list[str] = []

    def open_page(person: Any, address: str = "/", *, width: int = 1440, height: int = 900, **more: Any) -> Page:
        more = {"locale": "en-GB", "reduced_motion": "reduce", "base_url": site} | more
        context = browser.new_context(viewport={"width": width, "height": height}, **more)
        opened.append(context)
        if person:
            context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session_of(person), "url": site}])
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda said: wrong.append(said.text) if _is_wrong(said) else None)
        page.goto(address)
        return page

    yield open_page
    for context in opened:
        context.close()
    assert wrong == []


def session_of(person: Any) -> str:
    """The key of a session of this person's, made without the sign-in page."""
    door = Door()
    door.force_login(person)
    return door.cookies[settings.SESSION_COOKIE_NAME].value


def _is_wrong(said: Any) -> bool:
    return said.type == "error" and QUIET not in said.text
