"""Claims and matrix are filtered and ordered; the state stands in the fragment."""

import pytest
from playwright.sync_api import expect
from sula import sula

CLAIMS = sula().main_claims


@pytest.mark.parametrize(
    ("fragment", "kept"),
    [
        ("?status=contradicted", {c.id for c in CLAIMS if c.status == "contradicted"}),
        ("?kind=statement", {c.id for c in CLAIMS if c.kind == "statement"}),
        ("?actor=0", {"c03", "c05"}),
        ("?q=inspection%20january", {"c01"}),
        ("?q=quist", {"c10", "c12"}),
        ("?status=mixed&kind=event", {"c00"}),
        ("?q=nosuchword", set()),
        ("?actor=x&sort=__proto__", {c.id for c in CLAIMS}),
    ],
)
def test_claims_are_filtered_by_a_link(reader, fragment, kept):
    page = reader.open("sula", f"#claims{fragment}")
    page.wait_for_selector("html.ready")
    assert set(page.locator(".claim").evaluate_all("all => all.map((c) => c.dataset.c)")) == kept
    expect(page.locator("#claims .shown")).to_have_text(f"{len(kept)} of {len(CLAIMS)} claims")


def test_a_choice_goes_into_the_fragment_and_back_undoes_it(reader):
    page = reader.open("sula", "#claims")
    page.locator("#claims [name=status]").select_option("corroborated")
    reader.expect_fragment("#claims?status=corroborated")
    expect(page.locator(".claim")).to_have_count(1)
    page.go_back()
    expect(page.locator(".claim")).to_have_count(len(CLAIMS))
    page.locator("#claims [name=q]").fill("ferry")
    expect(page.locator("#claims .shown")).not_to_have_text(f"{len(CLAIMS)} of {len(CLAIMS)} claims")
    page.locator("#claims [type=reset]").click()
    expect(page.locator(".claim")).to_have_count(len(CLAIMS))
    expect(page.locator("#claims [name=q]")).to_have_value("")


def test_a_link_to_a_claim_that_is_filtered_out_still_shows_it(reader):
    page = reader.open("sula", "#claims?status=corroborated")
    page.evaluate("location.hash = '#claim-c03'")
    expect(page.locator("#claim-c03")).to_be_visible()


def test_the_matrix_is_ordered(reader):
    page = reader.open("sula", "#matrix?sort=gloss")
    page.wait_for_selector("html.ready")
    glosses = page.locator("#matrix tbody th bdi").all_inner_texts()
    assert glosses == sorted(glosses, key=str.casefold)
    page = reader.open("sula", "#matrix?sort=contested&status=contradicted")
    expect(page.locator("#matrix tbody tr")).to_have_count(3)


def test_a_long_matrix_scrolls_in_its_own_frame_and_keeps_its_head(reader):
    page = reader.open("large", "#matrix", viewport={"width": 1200, "height": 700})
    page.wait_for_selector("#matrix tbody tr")
    assert page.evaluate("document.documentElement.scrollHeight - document.querySelector('.end').offsetTop") < 300
    page.evaluate("document.querySelector('#matrix .scroll').scrollTop = 1e6")
    frame, head = (page.locator(f"#matrix {s}").first.bounding_box() for s in (".scroll", "thead th"))
    assert frame is not None
    assert head is not None
    assert abs(head["y"] - frame["y"]) < 2


def test_a_cell_opens_the_words(reader):
    page = reader.open("sula", "#matrix")
    row = page.locator("#matrix tr", has_text="radar was out of order")
    row.locator("a", has_text="denies").click()
    expect(page.locator("#words mark")).to_have_text("the radar worked")
    reader.expect_fragment("#matrix?words=c04%7Er03")
    page.keyboard.press("Escape")
    expect(page.locator("#words")).to_be_hidden()
    reader.expect_fragment("#matrix")


def test_the_words_of_a_cell_have_a_link(reader):
    page = reader.open("sula", "#matrix?words=c00~r04")
    expect(page.locator("#words mark")).to_have_text("The ferry went aground on 10 March")
    page.locator("#words .see a").click()
    expect(page.locator("#claim-c00")).to_be_visible()
    expect(page.locator("#words")).to_be_hidden()
