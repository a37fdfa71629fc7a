"""What a court, a committee or a paper was told is not the report's own word, nor proved."""

import pytest

from crossread.model.report import Published, Report
from crossread.model.span import Extent
from crossread.trace.certainty import certainty
from crossread.trace.chains import Chains


@pytest.fixture
def source(annotator):
    """Names of the chain behind a piece of a text, and how sure the piece is told."""

    def found(text: str, piece: str) -> tuple[list[str], str]:
        annotated = annotator.annotate(Report("r00", "r.txt", "", text, "en", Published()))
        start = text.index(piece)
        extent = Extent(start, start + len(piece))
        chain = Chains(annotated).of(extent)
        return [link.name for link in chain[1:]], certainty(annotated, extent, chain)

    return found


@pytest.mark.parametrize(
    ("text", "piece", "body"),
    [
        ("The court heard that Reen had emptied the fund.", "Reen had emptied the fund", "The court"),
        ("The inquest heard Reen fell from the roof.", "Reen fell from the roof", "The inquest"),
        ("Jurors were told that Reen had lied.", "Reen had lied", "Jurors"),
        ("Reen had emptied the fund, the court heard.", "Reen had emptied the fund", "the court"),
        ("The paper has learned that Reen emptied the fund.", "Reen emptied the fund", "The paper"),
    ],
)
def test_what_a_body_hears_is_on_its_word(source, text, piece, body):
    assert source(text, piece) == ([body], "attributed")


def test_who_told_it_is_the_source_where_they_are_named(source):
    text = "Olin was told by Ada Reen that the bridge was unsafe."
    assert source(text, "the bridge was unsafe") == (["Ada Reen"], "attributed")


def test_what_somebody_was_told_by_nobody_named_is_left_open(source):
    assert source("Olin was told that the bridge was unsafe.", "the bridge was unsafe") == (["unknown"], "hedged")


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        ("The court heard the appeal on Monday.", "The court heard the appeal"),
        ("Residents were told to leave the valley.", "Residents were told to leave"),
    ],
)
def test_to_hear_a_case_or_be_told_to_go_tells_what_happened(source, text, piece):
    assert source(text, piece) == ([], "asserted")
