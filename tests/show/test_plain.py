"""Labels, link targets and anchors made of hostile text."""

import unicodedata
from urllib.parse import unquote

import pytest
from dossiers import HOSTILE
from hypothesis import given
from hypothesis import strategies as st

from crossread.show.plain import anchor, label, live_link, web_link


@given(st.text(), st.integers(2, 50))
def test_a_label_is_one_short_line_without_control_or_bidi_characters(text, limit):
    made = label(text, limit)
    assert len(made) <= limit
    assert not {unicodedata.category(c) for c in made} & {"Cc", "Cf", "Cs", "Zl", "Zp"}


@given(st.text())
def test_an_anchor_is_plain(text):
    assert anchor(text).isascii()
    assert not set(anchor(text)) & set(" <>\"'&#%/")


@pytest.mark.parametrize("url", ["http://a.example/x", "https://a.example", " https://a.example/?q=1 "])
def test_web_addresses_are_links(url):
    assert web_link(url) == url.strip()


@pytest.mark.parametrize(
    "url",
    [None, "", "javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//a.example", "https://", "http://["],
)
def test_nothing_else_is(url):
    assert web_link(url) is None
    assert live_link(url, "words") is None


def test_a_text_fragment_gives_short_words_whole_and_long_ones_by_both_ends():
    assert live_link("https://a.example/", "at least-so, yes") == "https://a.example/#:~:text=at%20least%2Dso%2C%20yes"
    long = " ".join(f"word{n}" for n in range(40))
    directive = str(live_link("https://a.example/", long)).partition("text=")[2]
    assert [unquote(part) for part in directive.split(",")] == [
        "word0 word1 word2 word3 word4",
        "word35 word36 word37 word38 word39",
    ]


def test_an_address_with_a_fragment_keeps_it():
    assert live_link("https://a.example/#top", "x") == "https://a.example/#top:~:text=x"


def test_hostile_words_stay_inside_the_directive():
    made = str(live_link("https://a.example/", HOSTILE))
    assert not set(made.partition("text=")[2]) & set("<>\"' ")
