"""Prints the path of the Chromium that Playwright has installed; exit code 1 when there is none."""

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright


def main() -> int:
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    if not Path(path).exists():
        return 1
    print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
