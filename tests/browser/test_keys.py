"""The page is read with the keyboard alone."""

from playwright.sync_api import expect


def focused(page) -> str:
    """The text of the focused item."""
    return page.evaluate("document.activeElement.innerText.trim().split('\\n')[0]")


def test_j_and_k_move_and_enter_opens(reader):
    page = reader.open("sula", "#claims")
    first = page.locator(".claim").first
    page.keyboard.press("j")
    assert "Sula ran aground" in focused(page) or "◈" in focused(page)
    page.keyboard.press("j")
    page.keyboard.press("k")
    page.keyboard.press("Enter")
    expect(first).to_have_attribute("open", "")
    reader.expect_fragment("#claim-c00")
    page.keyboard.press("Enter")
    expect(first).not_to_have_attribute("open", "")


def test_j_stops_at_the_last_item(reader):
    page = reader.open("sula", "#gaps")
    for _ in range(9):
        page.keyboard.press("j")
    assert "two officials" in focused(page)


def test_digits_change_the_view(reader):
    page = reader.open("sula")
    page.keyboard.press("2")
    expect(page.locator("#conflicts")).to_be_visible()
    page.keyboard.press("0")
    expect(page.locator("#gaps")).to_be_visible()


def test_slash_searches_and_escape_leaves_the_field(reader):
    page = reader.open("sula")
    page.keyboard.press("/")
    page.keyboard.type("radar?")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement === document.body")
    page.keyboard.press("/")
    page.keyboard.type("radar")
    page.keyboard.press("Enter")
    expect(page.locator("#claims .claim")).to_have_count(1)
    page.keyboard.press("/")
    expect(page.locator("#claims .filters [name=q]")).to_be_focused()


def test_question_mark_helps_and_escape_closes(reader):
    page = reader.open("sula")
    page.keyboard.press("?")
    expect(page.locator("#help")).to_be_visible()
    page.keyboard.press("j")
    page.keyboard.press("Escape")
    expect(page.locator("#help")).to_be_hidden()


def test_a_dialog_closes_with_its_button(reader):
    page = reader.open("sula")
    page.get_by_role("button", name="Keys").click()
    page.locator("#help button").click()
    expect(page.locator("#help")).to_be_hidden()


def test_the_first_tab_skips_to_the_dossier(reader):
    page = reader.open("sula")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
