"""Walks over a dependency tree."""

from crossread.model.report import Published, Report
from crossread.model.tree import Tree


def test_a_clause_that_is_a_predicate_has_a_subject_of_its_own(annotator):
    text = "The official position is that the buildup is meant to stop them."
    tree = Tree(annotator.annotate(Report("r00", "r.txt", "0" * 64, text, "en", Published())))
    subject = tree.subject(tree.words.index("meant"))
    assert subject is not None
    assert tree.words[subject] == "buildup"


def test_the_first_of_joined_words(annotator):
    text = "The bank closed, sold and tore down its towers."
    tree = Tree(annotator.annotate(Report("r00", "r.txt", "0" * 64, text, "en", Published())))
    assert tree.words[tree.first_joined(tree.words.index("tore"))] == "closed"
