"""axe-core finds nothing in any view, in light and in dark, wide and on a phone."""

from pathlib import Path

import pytest

from crossread.show.page import VIEWS

AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text("utf-8")
PHONE = {"width": 390, "height": 844}
RUN = """() => axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
  violations.map((v) => `${v.impact} ${v.id}: ${v.nodes.slice(0, 3).map((n) => n.target.join(' ')).join(' | ')}`))"""


@pytest.mark.parametrize(("scheme", "options"), [("light", {}), ("dark", {}), ("light", {"viewport": PHONE})])
def test_axe_finds_nothing(reader, scheme, options):
    page = reader.open("sula", init=AXE, color_scheme=scheme, **options)
    found = {}
    for view in VIEWS:
        page.evaluate("(view) => { location.hash = view; }", view.id)
        page.wait_for_selector(f"nav a[href='#{view.id}'][aria-current]")
        page.evaluate(
            "(view) => { for (const d of document.querySelectorAll(`#${view} details`)) d.open = true; }", view.id
        )
        if violations := page.evaluate(RUN):
            found[view.id] = violations
    assert found == {}


def test_axe_sees_a_fault_when_there_is_one(reader):
    page = reader.open("sula", init=AXE)
    page.evaluate("document.querySelector('#find').closest('label').replaceWith(document.querySelector('#find'))")
    page.evaluate("document.querySelector('#find').removeAttribute('placeholder')")
    assert any("label" in v for v in page.evaluate(RUN))


def test_dialogs_are_accessible_too(reader):
    page = reader.open("sula", "#matrix?words=c00~r04", init=AXE)
    page.wait_for_selector("#words[open]")
    assert page.evaluate(RUN) == []
