"""Words are cut as the treebanks that the tagger learned from cut them."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.annotate.tokens import tokenise


def words(text: str) -> list[str]:
    return [e.of(text) for e in tokenise(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("They don't know it's Kerr's.", "They do n't know it 's Kerr 's ."),
        ("We can’t and cannot.", "We ca n’t and can not ."),
        ("a well-known non-profit", "a well - known non-profit"),
        ("In the U.S., at 5 p.m., Mr. Lee paid $3.5m.", "In the U.S. , at 5 p.m. , Mr. Lee paid $ 3.5 m ."),
        ("“Stop!” (he said)...", "“ Stop ! ” ( he said ) ..."),
        ("1,200 of the 1990s' 21st on 3/4/2019", "1,200 of the 1990s ' 21st on 3/4/2019"),
        (
            "See www.marr-port.example/a?b=1, or desk@marr.example.",
            "See www.marr-port.example/a?b=1 , or desk@marr.example .",
        ),
        ("the O'Hara boys' boat", "the O'Hara boys ' boat"),
        ("AT&T fell 10%.", "AT&T fell 10 % ."),
        ("Marr Corp.'s store and the U.S.’s ally", "Marr Corp. 's store and the U.S. ’s ally"),
    ],
)
def test_words_of_news(text, parts):
    assert words(text) == parts.split(" ")


@settings(deadline=None)
@given(st.text(max_size=200))
def test_nothing_is_lost(text):
    found = tokenise(text, 0, len(text))
    assert "".join("".join(e.of(text).split()) for e in found) == "".join(text.split())
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(e.start < e.end for e in found)


def test_a_word_of_ten_thousand_letters_is_one_word():
    assert len(words("z" * 10_000)) == 1
