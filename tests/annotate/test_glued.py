"""Sentences that a page has run together are two."""

import pytest

from crossread.annotate.glued import breaks
from crossread.annotate.sentences import split
from crossread.annotate.tokens import tokenise


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("He spoke to Resk at the palaceThis was denied at noon.", "This was"),
        ("It closed at noon.The minister left.", "The minister"),
        ("“It was a call.”He mentioned it in Reen.", "He mentioned"),
        ("The talks fell throughWhen asked, he left.", "When asked"),
    ],
)
def test_two_sentences_without_a_space_are_two(text, second):
    at = text.index(second)
    assert list(breaks(text, 0, len(text))) == [at]
    assert [s.start for s in split(text)] == [0, at]
    words = tokenise(text, 0, len(text))
    assert at in [w.start for w in words]
    assert "".join(text[w.start : w.end] for w in words) == text.replace(" ", "")


@pytest.mark.parametrize(
    "text",
    [
        "LinkedIn and YouTube fell.",
        "The tag #StandWithHer spread.",
        "See www.example.com/aboutThe for more.",
        "LaTonya Brown and DeAndre Reed left at 5 p.m. The bus stopped.",
        "The U.S. The U.K. left.",
    ],
)
def test_names_tags_and_addresses_are_whole(text):
    assert list(breaks(text, 0, len(text))) == []
