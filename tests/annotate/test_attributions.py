"""Attributions of small texts: who, by what word, what."""

import pytest

from crossread.annotate.attributions import Attributions, in_one_line
from crossread.annotate.encoder import AttributionGraph
from crossread.model.report import Debris
from crossread.model.span import Extent


@pytest.fixture(scope="module")
def finder() -> Attributions:
    return Attributions(AttributionGraph())


def told(finder: Attributions, text: str, *debris: Debris) -> list[tuple[str, str, str]]:
    def words(part) -> str:
        return " … ".join(text[e.start : e.end] for e in part)

    return [(words(a.source), words(a.cue), words(a.content)) for a in finder.find(text, debris)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The governor said that the dam would hold.", ("The governor", "said", "that the dam would hold")),
        ("“The dam will hold,” the governor said.", ("the governor", "said", "“The dam will hold,”")),
        ("According to the Marr Courier, the dam is safe.", ("the Marr Courier", "According to", "the dam is safe")),
    ],
)
def test_plain_attributions(finder, text, expected):
    assert expected in told(finder, text)


def test_each_speaker_keeps_his_words(finder):
    text = "The mayor said the bridge was safe. The union said the bridge was cracked."
    assert {(s, c) for s, _, c in told(finder, text)} == {
        ("The mayor", "the bridge was safe"),
        ("The union", "the bridge was cracked"),
    }


def test_nothing_said_nothing_told(finder):
    assert told(finder, "The boat sank at noon.") == []
    assert told(finder, "") == []


def test_debris_is_silent(finder):
    text = "The governor said that the dam would hold."
    assert told(finder, text, Debris(0, len(text), "promotion")) == []


def test_a_source_stands_on_the_line_of_its_cue():
    text = "found in Tarn, Cumbria\n\nRelative said so"
    start = text.index("Cumbria")
    cue = Extent(text.index("said"), text.index("said") + 4)
    assert in_one_line(Extent(start, cue.start - 1), cue, text).of(text) == "Relative"
