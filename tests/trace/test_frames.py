"""Frames: phrases that only name whose account a sentence gives, and which part of it each goes with."""

import pytest

from crossread.model.report import Published, Report
from crossread.model.tree import Tree
from crossread.trace import frames


@pytest.fixture
def parts(annotator):
    """Each frame's source with the words that it covers."""

    def found(text: str) -> list[tuple[str, str]]:
        annotated = annotator.annotate(Report("r00", "r.txt", "", text, "en", Published()))
        return [
            (s.source.of(text), " ".join(c.of(text) for c in s.content).strip(" ,."))
            for s in frames.find(annotated, Tree(annotated))
        ]

    return found


def test_one_frame_covers_all_of_its_sentence(parts):
    assert parts("The pier closed at noon, according to the ministry, and stayed shut.") == [
        ("the ministry", "The pier closed at noon,  , and stayed shut")
    ]


def test_two_frames_behind_their_parts(parts):
    text = "Contact was lost at 9:04 p.m., according to the ministry, while it broke at 8:59, according to the carrier."
    assert parts(text) == [
        ("the ministry", "Contact was lost at 9:04 p.m"),
        ("the carrier", "while it broke at 8:59"),
    ]


def test_a_frame_ahead_and_one_behind(parts):
    text = "According to the ministry, nine people died, while eleven died, according to the union."
    assert parts(text) == [("the ministry", "nine people died"), ("the union", "while eleven died")]


def test_two_frames_ahead_of_their_parts(parts):
    text = "According to police, nine people died; according to the union, eleven people died."
    assert parts(text) == [("police", "nine people died"), ("the union", "eleven people died")]
