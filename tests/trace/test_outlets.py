"""The table of outlets: found by any name and by address; a user's own rows come on top."""

import pytest

from crossread.errors import SettingsError
from crossread.model.report import Published, Report
from crossread.trace.outlets import load


@pytest.mark.parametrize("name", ["Reuters", "the Associated Press", "AP", "AFP", "New York Times", "The BBC", "nyt"])
def test_names_and_aliases(name):
    assert load().named(name) is not None


@pytest.mark.parametrize("name", ["time", "the sun", "harbour board", "", "stuff"])
def test_common_words_name_no_outlet(name):
    assert load().named(name) is None


@pytest.mark.parametrize(
    ("url", "name"),
    [("https://www.bbc.co.uk/news/1", "BBC"), ("http://edition.cnn.com/x", "CNN"), ("https://bbc.example/x", None)],
)
def test_addresses(url, name):
    row = load().at(url)
    assert (row.name if row else None) == name


def test_every_row_is_found_by_its_own_name_and_domain():
    table = load()
    assert len(table.rows) > 300
    for row in table.rows:
        assert table.named(row.name) == row
        assert all(table.at(f"https://www.{d}/") == row for d in row.domains)


def test_own_rows_are_added_and_override(tmp_path):
    path = tmp_path / "outlets.toml"
    path.write_text(
        'outlets = [{ name = "Quay Post", kind = "newspaper", domains = ["quay.example"] },'
        ' { name = "Reuters", kind = "site" }]'
    )
    table = load(path)
    assert table.at("https://quay.example/a").name == "Quay Post"
    assert table.named("Reuters").kind == "site"


@pytest.mark.parametrize("text", ["outlets = 3", "outlets = [{ name = 'x', kind = 'blog' }]", "not toml ["])
def test_a_bad_file_is_told_by_name(tmp_path, text):
    path = tmp_path / "mine.toml"
    path.write_text(text)
    with pytest.raises(SettingsError, match=r"mine\.toml"):
        load(path)


def test_a_paper_of_the_same_last_word_is_what_the_report_means():
    text = "The Halden Observer first told of it. She told the Observer that it was so, Friday Reuters said."
    local = load().but_in(text, "Caledon Times")
    assert load().named("The Observer") is not None
    assert local.named("The Observer") is None
    assert (own_paper := local.named("the Times")) is not None
    assert own_paper.name == "Caledon Times"
    assert local.named("Reuters") is not None
    own = load().but_in("Jonas told the Lantern that it was so.", "Daily Lantern").named("the Lantern")
    assert own is not None
    assert own.name == "Daily Lantern"


def test_the_outlets_of_a_storys_reports_are_known_to_all_of_them():
    def report(outlet: str, text: str) -> Report:
        return Report(outlet, "r.txt", "", text, "en", Published(), outlet)

    wire, paper = (
        report("Nordwire", "OSTREVA, May 2 (Nordwire) - Shut."),
        report("Quay Post (English service)", "Shut."),
    )
    known = load().with_own([wire, paper])
    assert known.named("Nordwire").kind == "agency"
    assert known.named("the Quay Post").kind == "newspaper"
    assert load().named("Nordwire") is None
