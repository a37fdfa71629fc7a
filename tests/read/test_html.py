"""Saved pages: the article's text, and what its markup says of it."""

import json

import pytest

from crossread.read import read

BODY = "".join(
    f"<p>{s}</p>"
    for s in (
        "The ferry to Tarn Island sank on Monday morning with 41 people on board, the coastguard said.",
        "Its captain said that a valve in the engine room had failed twice in the past month.",
        "The owner of the ferry denied that anyone had reported a fault before the last crossing.",
    )
)
LINKED = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebSite", "name": "Tarn"},
        {
            "@type": ["Article", "NewsArticle"], "headline": "Ferry sinks",
            "datePublished": "2024-03-04T10:00:00+01:00",
            "author": {"name": "Ada Lund"}, "publisher": {"name": "The Tarn Post"},
            "isAccessibleForFree": "False", "sourceOrganization": {"name": "Coast Wire"},
        },
    ],
}  # fmt: skip


def page(head: str = "", body: str = BODY) -> str:
    top = f"<!DOCTYPE html><html lang='en'><head><title>Ferry sinks</title>{head}</head>"
    return f"{top}<body><article><h1>Ferry sinks</h1>{body}</article></body></html>"


def one(tmp_path, content: str | bytes, name: str = "a.html"):
    (tmp_path / name).write_bytes(content.encode() if isinstance(content, str) else content)
    [report] = read([tmp_path]).reports
    return report


def test_linked_data_tells_who_when_and_whether_free(tmp_path):
    report = one(tmp_path, page(f"<script type='application/ld+json'>{json.dumps(LINKED)}</script>"))
    assert (report.outlet, report.title, report.authors) == ("The Tarn Post", "Ferry sinks", ("Ada Lund",))
    assert (report.published.earliest, report.published.basis) == ("2024-03-04", "metadata")
    assert report.credits == ("Coast Wire",)
    assert report.complete is False
    assert "<p>" not in report.text
    assert "valve" in report.text


def test_meta_elements_do_where_there_is_no_linked_data(tmp_path):
    meta = (
        "<meta property='og:site_name' content='Tarn Post'><meta property='article:published_time' "
        "content='2024-03-04T10:00:00Z'><link rel='canonical' href='https://tarn.example/ferry'>"
        "<script type='application/ld+json'>{broken</script>"
    )
    report = one(tmp_path, page(meta))
    assert (report.outlet, report.url) == ("Tarn Post", "https://tarn.example/ferry")
    assert report.published.earliest == "2024-03-04"
    assert report.complete


def test_a_day_told_in_the_article_is_not_the_pages_day(tmp_path):
    body = BODY + "<p>The ferry was built in Odense on 12 May 1987 and was repaired in 2011.</p>"
    assert one(tmp_path, page(body=body)).published.basis == "unknown"


def test_the_outlet_of_a_bare_page_is_its_domain(tmp_path):
    head = "<link rel='canonical' href='https://www.news.tarn.co.uk/ferry'>"
    assert one(tmp_path, page(head)).outlet == "tarn.co.uk"


@pytest.mark.parametrize("declared", ["iso-8859-1", "windows-1252"])
def test_the_declared_encoding_is_used(tmp_path, declared):
    content = page(
        f"<meta charset='{declared}'>", BODY + "<p>“It’s gone,” the café owner on the quay said of the ferry.</p>"
    )
    assert "“It’s gone,” the café" in one(tmp_path, content.encode("cp1252")).text


def test_a_page_saved_as_text_is_still_a_page(tmp_path):
    assert "<p>" not in one(tmp_path, page(), "a.txt").text


def test_a_credit_beside_the_article_is_found(tmp_path):
    body = "<p class='byline'>By Ada Lund, with material from Coast Wire</p>" + BODY
    assert one(tmp_path, page(body=body)).credits == ("Coast Wire",)


def test_a_fault_of_a_library_is_told_and_stops_nothing(tmp_path, monkeypatch, caplog):
    import trafilatura

    def fail(*_: object, **__: object) -> None:
        raise RecursionError("too deep\nby far")

    monkeypatch.setattr(trafilatura, "bare_extraction", fail)
    (tmp_path / "a.html").write_text(page())
    (tmp_path / "b.txt").write_text("The ferry to Tarn Island sank on Monday morning.")
    reading = read([tmp_path])
    assert [r.path for r in reading.reports] == ["b.txt"]
    assert "RecursionError: too deep)" in reading.failures[0].error
    assert "a.html" in caplog.text
