"""Sentences end where news ends them, and debris never runs into one."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.annotate.sentences import LONGEST, split
from crossread.model.report import Debris


def cut(text: str, *debris: Debris) -> list[str]:
    return [e.of(text) for e in split(text, debris)]


@pytest.mark.parametrize(
    "parts",
    [
        ["Sen. Ruth Adler left the U.S. Senate.", "She did not say why."],
        ["The fleet sailed from the U.S.", "The crew slept."],
        ["“We are done.”", "“Nobody paid us,” he said."],
        ["It cost $3.5 million.", "Mr. Okri paid."],
        ["Did it burn?", "It did!", "All of it…", "Nothing is left."],
        ["Harbour Lines Inc. bought four boats on Oct. 12 at 4 p.m. local time.", "They sank."],
        ["She drew a. 357 Magnum and fired.", "They left."],
        ["J. K. Marsh wrote the memo.", "No. 4 of its points was struck out."],
    ],
)
def test_sentences_of_news(parts):
    assert cut(" ".join(parts)) == parts


def test_a_line_without_a_stop_is_a_sentence():
    assert cut("Ferry sinks off Marr\n\nThe boat went down.") == ["Ferry sinks off Marr", "The boat went down."]


def test_debris_stands_apart():
    text = "Share this The boat went down."
    assert cut(text, Debris(0, 10, "share")) == ["Share this", "The boat went down."]


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from('aB .!?"”\n\u0000\u202eé1'), max_size=300))
def test_sentences_cover_all_words_in_order(text):
    found = split(text)
    assert "".join("".join(e.of(text).split()) for e in found) == "".join(text.split())
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_endless_text_is_cut():
    assert max(len(s) for s in cut("x" * 20_000 + " " + "word " * 5_000)) <= LONGEST
