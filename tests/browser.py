"""A real browser for tests marked `browser`. Without one they fail: they are never silently skipped."""

import asyncio
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
NONE = "No Chromium: browser tests cannot run. Run bin/test, which finds or installs one, or set CHROMIUM to its path."


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, headless. Django's database is used beside Playwright's loop, which Django must be told is safe."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=_path(playwright), args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture(autouse=True)
def _the_browsers_loop_sleeps(request: pytest.FixtureRequest) -> Iterator[None]:
    """Its loop counts as running while it is open; tests without a browser run loops of their own."""
    if request.node.get_closest_marker("browser"):
        yield
        return
    sleeping = asyncio._get_running_loop()
    asyncio._set_running_loop(None)
    yield
    asyncio._set_running_loop(sleeping)


def _path(playwright: Playwright) -> str:
    """That of CHROMIUM, else the machine's, else Playwright's own."""
    own = playwright.chromium.executable_path
    candidates = (os.environ.get("CHROMIUM"), *map(shutil.which, NAMES), own if Path(own).exists() else None)
    found = next((path for path in candidates if path), None)
    return found or pytest.fail(NONE)
