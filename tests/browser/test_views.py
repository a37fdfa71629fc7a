"""Every view opens from a link and shows nothing but itself."""

import pytest
from playwright.sync_api import expect
from sula import sula

from crossread.show.page import VIEWS

THINGS = {
    "conflict-x2": "conflicts",
    "claim-c03": "claims",
    "w-r03-1": "claims",
    "event-e3": "timeline",
    "quote-q0": "quotes",
    "origin-o1": "sourcing",
    "report-r04": "reports",
    "m-r00-3": "reports",
}
"""Things with a link of their own, and the view that they stand in."""


@pytest.mark.parametrize("view", [v.id for v in VIEWS])
def test_a_view_opens_from_its_link(reader, view):
    page = reader.open("sula", f"#{view}")
    expect(page.locator(f"#{view}")).to_be_visible()
    assert [v.id for v in VIEWS if page.locator(f"#{v.id} > h2").is_visible()] == [view]
    expect(page.locator("nav [aria-current=page]")).to_have_attribute("href", f"#{view}")


@pytest.mark.parametrize(("thing", "view"), THINGS.items())
def test_one_thing_opens_from_its_link_and_is_in_sight(reader, thing, view):
    page = reader.open("sula", f"#{thing}")
    expect(page.locator("nav [aria-current=page]")).to_have_attribute("href", f"#{view}")
    expect(page.locator(f"#{thing}")).to_be_in_viewport()


def test_the_page_opens_at_the_brief_and_an_unknown_fragment_too(reader):
    for fragment in ("", "#nothing%E0%A4%A", "#__proto__?sort=toString"):
        expect(reader.open("sula", fragment).locator("#brief .headline")).to_be_visible()


def test_words_lead_to_the_claim_and_back(reader):
    page = reader.open("sula", "#report-r03")
    page.locator("#reports a.m", has_text="the radar worked").click()
    reader.expect_fragment("#claim-c04")
    page.locator("#claim-c04 blockquote a", has_text="the radar worked").click()
    expect(page.locator("#reports a.m.hit")).to_have_text("the radar worked")
    page.go_back()
    expect(page.locator("#claim-c04")).to_be_visible()


def test_the_link_to_the_live_page_names_the_words(reader):
    page = reader.open("sula", "#claim-c04")
    link = page.locator("#claim-c04 .live").first
    assert "#:~:text=" in str(link.get_attribute("href"))
    assert link.get_attribute("rel") == "noopener noreferrer"


def test_nothing_moves_while_the_page_opens(reader):
    watch = """addEventListener('DOMContentLoaded', () => { window.shift = 0; });
    new PerformanceObserver((list) => { for (const e of list.getEntries()) window.shift += e.value; })
      .observe({ type: 'layout-shift', buffered: true });"""
    for fragment in ("#brief", "#claims", "#matrix", "#timeline"):
        page = reader.open("sula", fragment, init=watch)
        page.wait_for_selector("html.ready")
        page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        assert page.evaluate("window.shift") < 0.01


def test_two_reports_stand_side_by_side(reader):
    page = reader.open("sula", "#compare?a=r01&b=r02")
    dossier = sula()
    both = [c for c in dossier.main_claims if {"r01", "r02"} <= set(c.reports)]
    expect(page.locator("#comparison .both")).to_have_count(len(both))
    expect(page.locator("#comparison .passages mark").first).to_have_text(
        "The ferry Sula ran aground off Larkmoor early on Tuesday with at least 137 people on board"
    )
    page.get_by_label("Right").select_option("Radio Strand")
    reader.expect_fragment("#compare?a=r01&b=r03")
    expect(page.locator(".heads")).to_contain_text("Radio Strand")


def test_the_picture_of_sources_points_out_the_neighbours_of_a_node(reader):
    page = reader.open("sula", "#sourcing")
    page.locator(".network a[data-n=o1]").focus()
    lit = page.locator(".network a.on").evaluate_all("nodes => nodes.map((n) => n.dataset.n).sort()")
    assert lit == ["o1", "r00", "r01", "r03"]


def test_the_browser_finds_words_in_views_that_are_not_shown(reader):
    page = reader.open("sula", "#brief")
    page.wait_for_selector("html.ready")
    assert page.locator("#reports").get_attribute("hidden") == "until-found"
    # what Chromium does before it scrolls to a match of its own search within a hidden part
    page.evaluate("document.querySelector('#reports').dispatchEvent(new Event('beforematch', { bubbles: true }))")
    expect(page.locator("#reports")).to_be_visible()
    expect(page.locator("#brief")).to_be_hidden()
