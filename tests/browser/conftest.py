"""A real browser for the page: Debian's chromium, driven by Playwright.

Without chromium these tests are skipped with a message, except in CI (``CI=true``), where its absence is a failure.
"""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

sys.path.append(str(Path(__file__).parents[1] / "show"))

from dossiers import hostile, large
from sula import sula

from crossread.show.page import render

CHROMIUM = Path(os.environ.get("CHROMIUM", "/usr/bin/chromium"))
FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip

DOSSIERS = {"sula": sula, "hostile": hostile, "large": lambda: large(120, 12)}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests."""
    if not CHROMIUM.exists():
        message = f"needs a browser at {CHROMIUM} (Debian: apt-get install chromium; elsewhere set CHROMIUM)"
        if os.environ.get("CI", "").lower() in {"1", "true"}:
            pytest.fail(message, pytrace=False)
        pytest.skip(message)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def pages(tmp_path_factory) -> dict[str, str]:
    """The address of each dossier's page."""
    folder = tmp_path_factory.mktemp("pages")
    out = {}
    for name, make in DOSSIERS.items():
        path = folder / f"{name}.html"
        path.write_text(render(make()), "utf-8")
        out[name] = path.as_uri()
    return out


class Reader:
    """Opens pages and keeps what must stay empty: errors, violations of the policy, requests."""

    contexts: ClassVar[dict[str, BrowserContext]] = {}  # by their options; a file's page keeps no state in them

    def __init__(self, browser: Browser, pages: dict[str, str]) -> None:
        self.browser, self.pages = browser, pages
        self.errors: list[str] = []
        self.requests: list[str] = []
        self.opened: list[Page] = []

    def open(self, name: str, fragment: str = "", init: str = "", **options: Any) -> Page:
        """A page at a fragment; ``options`` go to the browser context."""
        options = {"viewport": {"width": 1200, "height": 800}} | options
        key = repr(sorted(options.items()))
        if key not in self.contexts:
            self.contexts[key] = self.browser.new_context(**options)
        page = self.contexts[key].new_page()
        self.opened.append(page)
        if init:
            page.add_init_script(init)
        page.on("console", lambda m: self.errors.append(f"{m.type}: {m.text}"))
        page.on("pageerror", lambda e: self.errors.append(str(e)))
        page.on("request", lambda r: self.requests.append(r.url))
        page.goto(self.pages[name] + fragment)
        return page

    def expect_fragment(self, fragment: str) -> None:
        """Wait for the last page's fragment: a browser tells of a closed dialog or a new address in a later task."""
        self.opened[-1].wait_for_function("fragment => location.hash === fragment", arg=fragment)

    def close(self) -> None:
        """Close what was opened."""
        for page in self.opened:
            page.close()


@pytest.fixture
def reader(browser, pages) -> Iterator[Reader]:
    """Opens pages; afterwards nothing may have been logged and nothing fetched beside the file itself."""
    made = Reader(browser, pages)
    yield made
    made.close()
    assert made.errors == []
    assert {r.partition("#")[0] for r in made.requests} <= set(pages.values())
