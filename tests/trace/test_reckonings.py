"""Sayings without a verb of saying: whose figure, count or word something is."""

import pytest

from crossread.model.report import Published, Report
from crossread.model.tree import Tree
from crossread.trace import reckonings


@pytest.fixture
def found(annotator):
    """(source, content) of each such saying of a text."""

    def find(text: str) -> list[tuple[str, str]]:
        annotated = annotator.annotate(Report("r00", "r.txt", "0" * 64, text, "en", Published()))
        told = reckonings.find(annotated, Tree(annotated))
        return [(s.source.of(text), " ".join(c.of(text) for c in s.content)) for s in told if s.source]

    return find


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The union put the number of injured at nine.", "The union", "the number of injured at nine"),
        (
            "The municipality counted 2,400 people in three schools.",
            "The municipality",
            "2,400 people in three schools",
        ),
        ("The hospital speaks of a light wound.", "The hospital", "of a light wound"),
        ("The union's estimate is one third.", "The union", "is one third"),
    ],
)
def test_a_figure_is_the_word_of_whose_it_is(found, text, source, content):
    ((who, what),) = found(text)
    assert who == source
    assert what.rstrip(".") == content


@pytest.mark.parametrize(
    "text",
    [
        "The porter put the crate on the quay.",
        "The clerk counted the ballots again.",
        "The figure is one third.",
        "They spoke for two hours.",
        "Unemployment figures were 5 percent.",
        "Last year's figure was 12 million.",
        "The earthquake's toll was 12.",
        "The workers put the barrier at the gate at 10 a.m.",
        "The strikes put 300 jobs at two plants in danger.",
        "The prisoner counted 12 days in the cell.",
    ],
)
def test_what_puts_counts_or_speaks_without_telling_is_no_saying(found, text):
    assert found(text) == []
