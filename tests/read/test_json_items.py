"""Articles as the tools that gather news write them."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.errors import InputError
from crossread.read import read
from crossread.read.article import Article
from crossread.read.json_items import articles_in, parse

TEXT = "The ferry sank on Monday.\n\nIts captain blamed a valve."

DIALECTS = {
    "trafilatura": {
        "title": "Ferry", "author": "Ada Lund; Bo Rask", "hostname": "quay.example", "date": "2024-03-04",
        "source": "https://quay.example/1", "source-hostname": "Quay News", "raw_text": "x", "text": TEXT,
    },
    "news-please": {
        "authors": ["Ada Lund", "Bo Rask"], "date_publish": "2024-03-04 09:12:00", "date_modify": "None",
        "maintext": TEXT, "source_domain": "www.quay.example", "title": "Ferry", "url": "https://quay.example/1",
    },
    "newspaper4k": {
        "url": "https://quay.example/x", "canonical_link": "https://quay.example/1", "title": "Ferry", "text": TEXT,
        "authors": ["Ada Lund", "Bo Rask"], "publish_date": "2024-03-04T09:12:00+01:00", "meta_site_name": "Quay News",
    },
    "Fundus": {
        "title": "Ferry", "authors": ["Ada Lund", "Bo Rask"], "publishing_date": "2024-03-04 09:12:00+01:00",
        "plaintext": TEXT, "free_access": True, "url": "https://quay.example/1", "publisher": "Quay News",
    },
    "Fundus body": {
        "title": "Ferry", "authors": ["Ada Lund", "Bo Rask"], "publishing_date": "2024-03-04 09:12:00",
        "body": {"summary": [], "sections": [{"headline": [], "paragraphs": TEXT.split("\n\n")}]},
        "url": "https://quay.example/1",
    },
    "schema.org": {
        "@context": "https://schema.org", "@type": "NewsArticle", "headline": "Ferry", "articleBody": TEXT,
        "datePublished": "2024-03-04T23:30:00-05:00", "author": [{"name": "Ada Lund"}, {"name": "Bo Rask"}],
        "publisher": {"@type": "Organization", "name": "Quay News"}, "url": "https://quay.example/1",
    },
    "ninjs 1": {
        "uri": "urn:1", "type": "text", "headline": "Ferry", "byline": "Ada Lund; Bo Rask", "body_text": TEXT,
        "versioncreated": "2024-03-04T10:37:00Z", "copyrightholder": "Quay News", "creditline": "Coast Wire",
        "url": "https://quay.example/1",
    },
    "ninjs 3": {
        "uri": "urn:1", "by": "Ada Lund; Bo Rask", "versionCreated": "2024-03-04T10:37:00Z", "url": "https://quay.example/1",
        "headlines": [{"role": "main", "value": "Ferry"}], "copyrightHolder": "Quay News",
        "bodies": [
            {"role": "rich", "contentType": "text/html", "value": "<p>The ferry sank on Monday.</p>"},
            {"role": "main", "contentType": "text/plain", "value": TEXT},
        ],
    },
    "plain names": {
        "headline": "Ferry", "content": TEXT, "publishedAt": "Mon, 04 Mar 2024 09:12:00 GMT",
        "author": "Ada Lund; Bo Rask", "link": "https://quay.example/1", "outlet": "Quay News",
    },
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(DIALECTS))
def test_each_dialect_gives_the_same_article(tmp_path, name):
    (tmp_path / "a.json").write_text(json.dumps(DIALECTS[name]))
    [report] = read([tmp_path]).reports
    assert report.text == TEXT
    assert (report.title, report.authors) == ("Ferry", ("Ada Lund", "Bo Rask"))
    assert (report.published.earliest, report.published.basis) == ("2024-03-04", "metadata")
    assert report.outlet in ("Quay News", "quay.example")
    assert report.url == "https://quay.example/1"


def test_credits_are_kept_apart_from_the_outlet(tmp_path):
    (tmp_path / "a.json").write_text(json.dumps(DIALECTS["ninjs 1"]))
    assert read([tmp_path]).reports[0].credits == ("Coast Wire",)


def test_a_list_and_an_object_that_holds_one_are_read_item_by_item():
    items = [{"text": TEXT}, {"note": 1}, "word", {"text": TEXT + " More."}]
    for document in (items, {"articles": items}):
        found = list(articles_in(document, "a.json", "0"))
        assert [f.part for f in found if isinstance(f, Article)] == ["1", "4"]
        assert [f.path for f in found if not isinstance(f, Article)] == ["a.json#2", "a.json#3"]


def test_a_json_ld_graph_gives_its_article():
    graph = {"@graph": [{"@type": "WebSite", "name": "Quay"}, {"@type": "NewsArticle", "articleBody": TEXT}]}
    assert [f.text for f in articles_in(graph, "a", "0") if isinstance(f, Article)] == [TEXT]


def test_a_broken_line_is_told_and_the_others_survive(tmp_path):
    lines = [json.dumps({"text": TEXT}), '{"text": "The fer', json.dumps({"text": TEXT + " Later."})]
    for name in ("a.jsonl", "b.json"):
        (tmp_path / name).write_text("\n".join(lines))
    reading = read([tmp_path / "a.jsonl"])
    assert [r.path for r in reading.reports] == ["a.jsonl#1", "a.jsonl#3"]
    assert [f.path for f in reading.failures] == ["a.jsonl#2"]
    assert len(read([tmp_path / "b.json"]).reports) == 2


def test_a_text_field_that_holds_html_is_extracted(tmp_path):
    page = "<p>The ferry sank on Monday, the harbour office said.</p><p>Its captain blamed a valve.</p>"
    (tmp_path / "a.json").write_text(json.dumps({"title": "Ferry", "body_html": page}))
    [report] = read([tmp_path]).reports
    assert "blamed a valve" in report.text
    assert "<p>" not in report.text


def test_half_a_surrogate_pair_is_replaced_by_one_character_and_told(tmp_path):
    (tmp_path / "a.json").write_text('{"text": "The ferry \\ud800 sank on Monday morning near the quay."}')
    reading = read([tmp_path])
    assert reading.reports[0].text == "The ferry \ufffd sank on Monday morning near the quay."
    assert [g.kind for g in reading.gaps] == ["encoding"]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["text", "articles", "@graph", "@type", "author", "body", "bodies", "date", "title"]),
            inner, max_size=4,
        )
    ),
    max_leaves=12,
)  # fmt: skip


@given(JSON)
def test_no_document_breaks_the_reader(document):
    try:
        for found in articles_in(parse(json.dumps(document)), "a.json", "0"):
            assert not isinstance(found, Article) or isinstance(found.text, str)
    except InputError as error:
        assert ";" in str(error)  # noqa: PT017


def test_a_line_too_long_is_one_failure_and_the_next_line_is_read(tmp_path, monkeypatch):
    monkeypatch.setattr("crossread.read.source.MAX_FILE_BYTES", 100)
    monkeypatch.setattr("crossread.read.jsonl.MAX_FILE_BYTES", 100)
    for length in range(95, 420, 13):
        (tmp_path / "a.jsonl").write_text(json.dumps({"text": "x" * length}) + "\n" + json.dumps({"text": TEXT}))
        reading = read([tmp_path])
        assert [r.path for r in reading.reports][-1] == "a.jsonl#2"
        assert len(reading.failures) == (length + 12 > 99)
