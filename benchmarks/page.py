"""How large the page is and how fast it opens: ``python -m benchmarks.page [REPORTS ...]``.

Each dossier is synthetic (tests/show/dossiers.py): 30 sentences a report, each claim told by about four. The times are
from the start of navigation, in milliseconds, the median of ``RUNS`` openings in a fresh page of headless Chromium.
"""

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

sys.path.append(str(Path(__file__).parents[1] / "tests" / "show"))

from dossiers import large

from crossread.show.page import render

RUNS = 5
SIZES = (5, 50, 500)
TIMES = """() => {
  const paint = performance.getEntriesByName('first-contentful-paint')[0];
  return [paint ? paint.startTime : NaN, performance.now(), document.querySelectorAll('*').length];
}"""


def opening(browser: Browser, path: Path) -> list[float]:
    """First contentful paint, page ready, elements."""
    page = browser.new_page()
    page.goto(path.as_uri())
    page.wait_for_selector("html.ready")
    found: list[float] = page.evaluate(TIMES)
    page.close()
    return found


def main() -> None:
    """Print one row a size."""
    sizes = [int(a) for a in sys.argv[1:]] or SIZES
    print("| reports | claims | file, kB | drawn in, s | first paint, ms | ready, ms | elements |")
    print("|--:|--:|--:|--:|--:|--:|--:|")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=["--headless", "--no-sandbox"]
        )
        for size in sizes:
            dossier = large(size)
            start = time.perf_counter()
            html = render(dossier)
            drawn = time.perf_counter() - start
            path = Path(folder) / "page.html"
            path.write_text(html, "utf-8")
            runs = [opening(browser, path) for _ in range(RUNS)]
            paint, ready, elements = (statistics.median(column) for column in zip(*runs, strict=True))
            print(f"| {size} | {len(dossier.claims):,} | {len(html.encode()) / 1000:,.0f} | {drawn:.1f} "
                  f"| {paint:.0f} | {ready:.0f} | {elements:,.0f} |", flush=True)  # fmt: skip
        browser.close()


if __name__ == "__main__":
    main()
