"""Make the screenshots in ``docs/screenshots`` from a dossier.

    crossread demo --out demo-out
    python docs/screenshots.py demo-out/dossier.html

Needs Playwright (in the development dependencies) and a Chromium; ``CHROMIUM`` names another than /usr/bin/chromium.
The pictures committed were made with the fonts Charis SIL and Inter installed, which stand first in the page's font
lists on a Debian machine.
"""

import os
import sys
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

FOLDER = Path(__file__).parent / "screenshots"
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]

DESK = {"viewport": {"width": 1280, "height": 860}, "device_scale_factor": 1.5}
PHONE = {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 2, "is_mobile": True}
PAPER = {"viewport": {"width": 794, "height": 1123}}
"""A4 at 96 dots an inch."""

SHOTS: dict[str, tuple[str, dict[str, Any]]] = {
    "light": ("#brief", DESK),
    "dark": ("#conflicts", DESK | {"color_scheme": "dark"}),
    "matrix": ("#matrix", DESK),
    "timeline": ("#timeline", DESK),
    "phone": ("#brief", PHONE),
    "print": ("#brief", PAPER),
}
"""Name, the view's fragment, and how the browser stands."""


def shoot(browser: Browser, address: str, name: str) -> None:
    """Take one picture."""
    fragment, options = SHOTS[name]
    context = browser.new_context(**options)
    page = context.new_page()
    page.goto(address + fragment)
    page.wait_for_selector("html.ready")
    if name == "print":
        page.emulate_media(media="print")
        page.evaluate("document.body.style.margin = '60px'")  # the paper's margin
    page.evaluate("document.activeElement.blur()")
    page.screenshot(path=FOLDER / f"{name}.png")
    context.close()


def main() -> None:
    """Take them all."""
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    FOLDER.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=FLAGS
        )
        for name in SHOTS:
            shoot(browser, Path(sys.argv[1]).resolve().as_uri(), name)
        browser.close()


if __name__ == "__main__":
    main()
