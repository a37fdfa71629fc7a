"""Words over a clause that take back what it tells."""

import pytest

from crossread.model import withheld
from crossread.model.report import Published, Report
from crossread.model.span import Extent
from crossread.model.tree import Tree
from crossread.trace.certainty import certainty, polarity
from crossread.trace.chains import Chains


@pytest.fixture
def over(annotator):
    """The words over a piece of a text, its polarity and certainty."""

    def found(text: str, piece: str) -> tuple[str, str, str]:
        annotated = annotator.annotate(Report("r00", "r.txt", "", text, "en", Published()))
        start = text.index(piece)
        extent, tree = Extent(start, start + len(piece)), Tree(annotated)
        above = withheld.over(tree, tree.inside(extent))
        sure = certainty(annotated, extent, Chains(annotated).of(extent))
        return " ".join(tree.words[slice(*above)]) if above else "", polarity(annotated, extent), sure

    return found


@pytest.mark.parametrize(
    ("text", "piece", "words", "polarity"),
    [
        (
            "There is no evidence that the gunman met the cell.",
            "the gunman met the cell",
            "no evidence that",
            "negated",
        ),
        (
            "There was no mention that the senator stayed in the race.",
            "the senator stayed in the race",
            "no mention that",
            "negated",
        ),
        (
            "That doesn't mean that losses will prompt shifts.",
            "losses will prompt shifts",
            "n't mean that",
            "negated",
        ),
        (
            "It is extremely unlikely that Reen can catch Olin.",
            "Reen can catch Olin",
            "unlikely that",
            "affirmed",
        ),
        (
            "It does not seem that the mayor will go.",
            "the mayor will go",
            "not seem that",
            "negated",
        ),
        (
            "A judge barred Reen from working until April.",
            "working until April",
            "barred Reen from",
            "negated",
        ),
        (
            "Rather than recall the cars, Orlan offered a fix.",
            "recall the cars",
            "Rather than",
            "negated",
        ),
        (
            "It is wrong to imply that the strikes are enough.",
            "the strikes are enough",
            "wrong to imply that",
            "negated",
        ),
        ("She called on the people not to give in to fear.", "give in to fear", "not to", "negated"),
        ("His failure to denounce the groups angered many.", "denounce the groups", "failure to", "negated"),
        ("Residents don't believe Gray had a gun.", "Gray had a gun", "Residents do n't believe", "negated"),
        (
            "Nobody in Reen believed that the dam would hold.",
            "the dam would hold",
            "Nobody in Reen believed that",
            "negated",
        ),
        ("She repeated the false claim that the vaccine kills.", "the vaccine kills", "false claim that", "negated"),
        ("Holt believes that the dam held.", "the dam held", "", "affirmed"),
        ("There is evidence that the gunman met the cell.", "the gunman met the cell", "", "affirmed"),
        ("There is no doubt that the gunman met the cell.", "the gunman met the cell", "", "affirmed"),
    ],
)
def test_what_governs_a_clause_takes_it_back(over, text, piece, words, polarity):
    assert over(text, piece)[:2] == (words, polarity)


def test_what_is_doubted_is_hedged(over):
    words, side, sure = over("Officials doubt that the strikes had any effect.", "the strikes had any effect")
    assert (words, side, sure) == ("doubt that", "affirmed", "hedged")
