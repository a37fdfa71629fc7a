"""Subjects of clauses that leave them out."""

import pytest

from crossread.model.report import Published, Report
from crossread.model.tree import Tree
from crossread.trace.subjects import Subjects


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("The company closed the gates and dismissed forty drivers.", "dismissed", "The company"),
        ("The union accused the bank of hiding its losses.", "hiding", "the bank"),
        ("The mayor promised the drivers to leave the square.", "leave", "The mayor"),
        (
            "The carmaker Osk Motors closed its gates and dismissed forty drivers.",
            "dismissed",
            "The carmaker Osk Motors",
        ),
        ("A council that is led by Ada Reen closed the library.", "closed", "A council"),
        ("Go home.", "Go", ""),
    ],
)
def test_who_does_it(annotator, text, verb, subject):
    tree = Tree(annotator.annotate(Report("r00", "r.txt", "0" * 64, text, "en", Published())))
    found = Subjects(tree).of(tree.words.index(verb))
    assert " ".join(tree.words[t] for t in found) == subject
