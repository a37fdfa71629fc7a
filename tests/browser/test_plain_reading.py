"""The page without script, in dark and on paper."""

from playwright.sync_api import expect
from sula import TEXTS, sula

from crossread.show.page import VIEWS


def test_without_script_the_page_is_whole(reader):
    page = reader.open("sula", java_script_enabled=False)
    for view in VIEWS:
        expect(page.locator(f"#{view.id}")).to_be_visible()
    dossier = sula()
    text = str(page.locator("main").text_content())
    squeezed = " ".join(text.split())
    for claim in dossier.claims:
        for told in (claim.gloss, *(m.text for m in claim.mentions)):
            assert " ".join(told.split()) in squeezed
    for conflict in dossier.conflicts:
        assert conflict.explanation in text
    for gap in dossier.gaps:
        assert gap.text in text
    for report in TEXTS.values():
        for paragraph in report.split("\n\n"):
            assert paragraph in text or "Share this" in paragraph


def test_without_script_links_open_what_they_name(reader):
    page = reader.open("sula", "#claim-c03", java_script_enabled=False)
    expect(page.locator("#claim-c03")).to_be_in_viewport()
    page.locator("#matrix td a", has_text="denies").first.click()
    expect(page.locator("#claims li:target mark")).to_be_visible()
    expect(page.locator(".filters").first).to_be_hidden()
    page.locator("#compare summary").first.click()
    expect(page.locator("#compare h4", has_text="Both tell").first).to_be_visible()


def test_without_script_a_large_dossier_is_whole_too(reader):
    page = reader.open("large", java_script_enabled=False)
    assert page.locator(".claim").count() == 360
    assert page.locator(".report .text").count() == 120


def test_dark_and_light_differ_and_the_dark_page_is_dark(reader):
    def background(scheme: str) -> int:
        page = reader.open("sula", color_scheme=scheme)
        colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
        return sum(int(n) for n in colour.removeprefix("rgb(").removesuffix(")").split(","))

    assert background("dark") < 150 < 600 < background("light")


def test_paper_shows_every_view_with_everything_unfolded(reader):
    page = reader.open("sula")
    page.wait_for_selector("html.ready")
    page.emulate_media(media="print")
    for view in VIEWS:
        if view.id != "compare":
            box = page.locator(f"#{view.id}").bounding_box()
            assert box is not None
            assert box["height"] > 40, view.id
    for body in ("#claim-c03", "#report-r04"):
        box = page.locator(body).bounding_box()
        assert box is not None
        assert box["height"] > 40, body
    expect(page.locator("nav")).to_be_hidden()
    pdf = page.pdf(format="A4")
    assert pdf.count(b"/Type /Page\n") >= 6
