"""The page as a file: deterministic, self-contained, hostile text inert. A browser reads it in tests/browser."""

import base64
import hashlib
import json
import re
from html.parser import HTMLParser

import msgspec
import pytest
from dossiers import HOSTILE, hostile, large
from sula import sula

from crossread.show.page import VIEWS, render

DOSSIERS = {"sula": sula, "hostile": hostile, "large": lambda: large(60, 4)}


class Elements(HTMLParser):
    """Every start tag with its attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))


@pytest.fixture(scope="module", params=DOSSIERS)
def html(request):
    """The page of each dossier."""
    return render(DOSSIERS[request.param]())


def test_the_same_dossier_gives_the_same_bytes():
    assert render(sula()) == render(msgspec.json.decode(msgspec.json.encode(sula()), type=type(sula())))


def test_every_view_is_there_and_linked(html):
    found = Elements(html).found
    assert [a["id"] for t, a in found if t == "section" and a.get("class") == "view"] == [v.id for v in VIEWS]
    assert [a["href"] for t, a in found if t == "a" and a.get("data-view")] == [f"#{v.id}" for v in VIEWS]


def test_ids_are_unique_and_every_inner_link_leads_somewhere(html):
    found = Elements(html).found
    ids = [a["id"] for _, a in found if "id" in a]
    assert len(set(ids)) == len(ids)
    targets = {str(a["href"])[1:] for t, a in found if t == "a" and str(a.get("href")).startswith("#")}
    assert targets <= set(ids)


def test_nothing_is_fetched_and_nothing_runs_inline(html):
    for tag, attributes in Elements(html).found:
        assert tag not in {"img", "iframe", "link", "object", "embed", "base"}
        assert "src" not in attributes
        assert "style" not in attributes
        assert not [name for name in attributes if name.startswith("on")]
        link = attributes.get("href") or "#"
        assert link.startswith(("#", "http://", "https://"))
        if not link.startswith("#"):
            assert attributes["rel"] == "noopener noreferrer"


def test_the_policy_names_exactly_the_scripts_and_the_style_of_the_file(html):
    content = next(a["content"] for t, a in Elements(html).found if a.get("http-equiv") == "Content-Security-Policy")
    inline = re.findall(r"<script(?: type=\"module\")?>(.*?)</script>|<style>(.*?)</style>", html, re.DOTALL)
    hashes = {base64.b64encode(hashlib.sha256("".join(both).encode()).digest()).decode() for both in inline}
    assert set(re.findall(r"sha256-([^']+)", content)) == hashes
    assert content.startswith("default-src 'none'")
    assert "unsafe" not in content


def test_the_data_island_cannot_close_its_element(html):
    island = re.search(r'<script type="application/json" id="data">(.*?)</script>', html, re.DOTALL)
    assert island is not None
    assert not set(island[1]) & set("<>&\u2028\u2029")
    assert json.loads(island[1])["claims"]


def test_hostile_text_never_becomes_markup():
    html = render(hostile())
    assert html.count("<script") == 3
    assert "window.pwned=1</script>" not in html
    assert "{{ 7*7 }}" in html, "templates must not read reports"
    assert "\x00" not in html


def test_a_large_dossier_is_folded_and_nothing_is_missing():
    dossier = large(60, 4)
    html = render(dossier)
    assert html.count('<noscript class="chunk">') == 1
    assert html.count('<noscript><div class="body" id="report-') == 60
    for claim in dossier.claims:
        assert f'id="claim-{claim.id}"' in html
    assert HOSTILE not in html


def test_an_empty_dossier_says_so():
    empty = msgspec.structs.replace(
        sula(), claims=(), conflicts=(), quotes=(), timeline=(), gaps=(), failures=(), times=(), actors=(), origins=(),
        sourcing=type(sula().sourcing)(),
    )  # fmt: skip
    html = render(empty)
    assert "No place was found where the accounts part" in html
    assert "No event of this story could be dated" in html


def test_a_detail_is_told_within_its_claim():
    page = render(sula())
    body = page[page.index('id="claim-c00"') : page.index('id="claim-c01"')]
    assert 'id="claim-d001"' in body
    assert "<b>when</b>" in body
    assert "shortly before dawn on Tuesday" in body
