"""Complements: a clause is told with what completes it, not broken off before it."""

import pytest

from crossread.model.report import Published, Report
from crossread.model.span import Extent
from crossread.model.tree import Tree
from crossread.trace.complements import complement


@pytest.mark.parametrize(
    ("text", "part", "behind"),
    [
        (
            "The carmaker Osk announced plans Friday to close about 40 of its branches, in an effort to save money.",
            "The carmaker Osk announced plans",
            "Friday to close about 40 of its branches",
        ),
        (
            "Ada Reen referred to the mayor as “the best man” for the town.",
            "Ada Reen referred",
            "to the mayor as the best man for the town",
        ),
        (
            "The drivers blamed the council for making a mess of the new timetable, and left.",
            "The drivers blamed the council for making a mess",
            "of the new timetable",
        ),
        (
            "Traffic was disrupted between Hradek, Lom and Osk on Monday after a bridge was closed.",
            "Traffic was disrupted",
            "between Hradek , Lom and Osk on Monday",
        ),
        ("Ada Reen bought the mill that her father had sold.", "Ada Reen bought", "the mill"),
        ("The mill closed, and the drivers left the town.", "The mill closed", ""),
        ("The mill closed and the drivers left the town.", "The mill closed", ""),
    ],
)
def test_a_clause_is_told_with_what_completes_it(annotator, text, part, behind):
    tree = Tree(annotator.annotate(Report("r00", "r.txt", "0" * 64, text, "en", Published())))
    start = text.index(part)
    tokens = tree.inside(Extent(start, start + len(part)))
    head = tree.top(tokens)
    assert " ".join(tree.words[t] for t in complement(tree, head, tokens)) == behind


def test_what_somebody_said_takes_no_day_that_may_be_of_the_saying(annotator):
    said = "Osk said that Ada Reen founded the firm on Wednesday."
    told = "Ada Reen founded the firm on Wednesday."
    part = "Ada Reen founded the firm"
    for text, behind in ((said, []), (told, ["on", "Wednesday"])):
        tree = Tree(annotator.annotate(Report("r00", "r.txt", "0" * 64, text, "en", Published())))
        tokens = tree.inside(Extent(text.index(part), text.index(part) + len(part)))
        assert [tree.words[t] for t in complement(tree, tree.top(tokens), tokens)] == behind
