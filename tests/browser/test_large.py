"""A large dossier is drawn on demand, so that it opens at once. benchmarks/page.py measures how fast."""

import pytest
from playwright.sync_api import expect

MOST_ELEMENTS = 20_000
"""Elements that a large dossier may make when it opens; all 120 reports unfolded would be several times as many."""


def test_opening_makes_few_elements(reader):
    page = reader.open("large")
    page.wait_for_selector("html.ready")
    assert page.evaluate("document.querySelectorAll('*').length") < MOST_ELEMENTS
    assert page.locator(".report .text").count() == 0


def test_claims_are_listed_a_page_at_a_time(reader):
    page = reader.open("large", "#claims")
    expect(page.locator(".claim")).to_have_count(100)
    page.get_by_role("button", name="Show more").click()
    expect(page.locator(".claim")).to_have_count(200)
    page.locator("#claims [name=q]").fill("pier 359")
    expect(page.locator(".claim")).to_have_count(1)


@pytest.mark.parametrize("thing", ["claim-c00350", "w-r119-3", "m-r119-3", "report-r077"])
def test_one_thing_opens_from_its_link(reader, thing):
    page = reader.open("large", f"#{thing}")
    expect(page.locator(f"#{thing}")).to_be_in_viewport()


def test_a_report_is_unfolded_when_it_is_opened(reader):
    page = reader.open("large", "#reports")
    page.locator(".report[data-r=r005] > summary").click()
    expect(page.locator("#report-r005 .text")).to_contain_text("Statement 11 of report 5")


def test_the_matrix_is_paged_and_its_cells_open_the_words(reader):
    page = reader.open("large", "#matrix?row=50&col=24")
    expect(page.locator("#matrix tbody tr")).to_have_count(50)
    expect(page.locator("#matrix thead th")).to_have_count(26)
    page.get_by_role("button", name="later ↓").click()
    page.wait_for_function("location.hash.includes('row=100')")
    # no report that tells nothing stands first
    expect(page.locator("#matrix tbody tr td:nth-child(3) a")).not_to_have_count(0)
    page.locator("#matrix td a").first.click()
    expect(page.locator("#words mark").first).to_contain_text("Statement")


def test_two_of_many_reports_are_put_together_on_demand(reader):
    page = reader.open("large", "#compare?a=r000&b=r040")
    expect(page.locator(".heads")).to_contain_text("Outlet 40")


def test_printing_unfolds_everything(reader):
    page = reader.open("large", "#brief")
    page.wait_for_selector("html.ready")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".report .text").count() == 120
    assert page.locator(".claim").count() == 360
