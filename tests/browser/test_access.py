"""axe-core finds nothing in any view, in light and in dark, wide and on a phone."""

from pathlib import Path

import pytest

from crossread.show.page import VIEWS

AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text("utf-8")
PHONE = {"width": 390, "height": 844}
UNFOLD = "(view) => { for (const d of document.querySelectorAll(`#${view} details`)) d.open = true; }"
RUN = """(rules) => axe.run(document, { resultTypes: ['violations'], ...(rules && { runOnly: rules }) }).then(
  ({ violations }) => violations.map(
    (v) => `${v.impact} ${v.id}: ${v.nodes.slice(0, 3).map((n) => n.target.join(' ')).join(' | ')}`))"""

ALL = tuple(v.id for v in VIEWS)
UNLIKE = ("brief", "conflicts", "matrix", "timeline")
"""Views that between them have every colour and every layout of a phone: axe takes a while for each."""


@pytest.mark.parametrize(
    ("views", "options", "rules"),
    [
        (ALL, {}, None),
        (UNLIKE, {"viewport": PHONE}, None),
        (UNLIKE, {"color_scheme": "dark"}, ["color-contrast", "link-in-text-block"]),
    ],
    ids=["wide", "phone", "dark"],
)
def test_axe_finds_nothing(reader, views, options, rules):
    page = reader.open("sula", init=AXE, **options)
    found = {}
    for view in views:
        page.evaluate("(view) => { location.hash = view; }", view)
        page.wait_for_selector(f"nav a[href='#{view}'][aria-current]")
        page.evaluate(UNFOLD, view)
        if violations := page.evaluate(RUN, rules):
            found[view] = violations
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
