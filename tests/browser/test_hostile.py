"""Reports that try to become markup stay text, and the policy would stop them if they did not."""

import pytest
from dossiers import HOSTILE, LONG_WORD
from playwright.sync_api import expect

from crossread.show.page import VIEWS

UNFOLD = "(view) => { for (const d of document.querySelectorAll(`#${view} details`)) d.open = true; }"


def test_nothing_from_a_report_runs_or_becomes_an_element(reader):
    page = reader.open("hostile")
    for view in VIEWS:
        page.evaluate("(view) => { location.hash = view; }", view.id)
        page.wait_for_selector(f"nav a[href='#{view.id}'][aria-current]")
    assert page.evaluate("window.pwned") is None
    assert page.locator("script").count() == 3
    assert page.locator("img, iframe, object, embed, link, base, b[onclick]").count() == 0
    attributes = page.evaluate("[...document.querySelectorAll('*')].flatMap((e) => e.getAttributeNames())")
    assert not [a for a in attributes if a.startswith("on") or a in {"style", "src", "srcdoc"}]


def test_links_lead_within_the_file_or_to_the_web(reader):
    links = reader.open("hostile").evaluate("[...document.links].map((a) => a.protocol)")
    assert set(links) <= {"file:", "https:"}


def test_the_words_are_shown_as_they_are(reader):
    page = reader.open("hostile", "#claim-c0")
    shown = page.locator("#claim-c0 mark").first.text_content()
    assert shown == HOSTILE.replace("\x00", "\ufffd")
    text = page.locator("#report-r00 .text").text_content()
    assert LONG_WORD in str(text)


@pytest.mark.parametrize("width", [1200, 390])
def test_a_word_of_ten_thousand_letters_does_not_widen_the_page(reader, width):
    page = reader.open("hostile", viewport={"width": width, "height": 800})
    for view in VIEWS:
        page.evaluate("(view) => { location.hash = view; }", view.id)
        page.wait_for_selector(f"nav a[href='#{view.id}'][aria-current]")
        page.evaluate(UNFOLD, view.id)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, view.id


def test_right_to_left_marks_do_not_leave_their_place(reader):
    page = reader.open("hostile", "#claims")
    isolation = page.locator(".claim .gloss").first.evaluate("e => getComputedStyle(e).unicodeBidi")
    assert isolation == "isolate"
    for name in page.locator("nav a").all_inner_texts():
        assert "\u202e" not in name


def test_searching_for_markup_finds_it_as_words(reader):
    page = reader.open("hostile", "#claims?q=%3Cscript%3E")
    expect(page.locator(".claim")).to_have_count(2)
    assert page.evaluate("window.pwned") is None


def test_the_policy_stops_what_is_not_the_files_own(browser, pages):
    page = browser.new_page()
    page.goto(pages["sula"])
    stopped = page.evaluate("""() => new Promise((done) => {
      const seen = [];
      document.addEventListener('securitypolicyviolation', (e) => {
        seen.push(e.effectiveDirective);
        if (seen.length === 4) done(seen.sort());
      });
      const script = document.createElement('script');
      script.textContent = 'window.pwned = 1';
      document.body.append(script);
      const image = new Image();
      image.src = 'https://example.invalid/x.png';
      document.body.setAttribute('onclick', 'window.pwned = 2');
      document.body.click();
      fetch('https://example.invalid/').catch(() => {});
    })""")
    assert stopped == ["connect-src", "img-src", "script-src-attr", "script-src-elem"]
    assert page.evaluate("window.pwned") is None
    page.close()
