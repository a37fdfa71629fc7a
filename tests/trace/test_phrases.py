"""Phrases told alone say how they belong to what they are told of."""

import pytest
from tests.trace.test_propositions import writes

from crossread.model.report import Published, Report
from crossread.model.tree import Tree
from crossread.trace.phrases import are


@pytest.mark.parametrize(
    ("text", "part", "told"),
    [
        (
            "The yard intends to cut that number to 3,600 by the end of May.",
            "that number to 3,600",
            "The yard intends to cut that number to 3,600",
        ),
        (
            "Osk was charged with three counts of theft and one count of arson.",
            "one count of arson",
            "Osk was charged with one count of arson",
        ),
        (
            "The gates continued to remain closed for a second day under orders of the council.",
            "closed for a second day under orders of the council",
            "The gates continued to remain closed for a second day under orders of the council",
        ),
        (
            "The union said the carmaker Osk Motors filed for protection and for a loan of two million.",
            "for a loan of two million",
            "the carmaker Osk Motors filed for a loan of two million",
        ),
        (
            "In a televised speech from the palace, the king presented a plan.",
            "In a televised speech from the palace",
            "the king presented a plan in a televised speech from the palace",
        ),
        (
            "The ministry asked the firm to supply the army with trucks at a rate of two a week.",
            "a rate of two a week",
            "The ministry asked the firm to supply the army at a rate of two a week",
        ),
    ],
)
def test_a_phrase_says_how_it_belongs_to_its_verb(annotator, text, part, told):
    words = writes(annotator, text, part).split()
    kept = iter(words)
    assert all(w in kept for w in told.split()), " ".join(words)


@pytest.mark.parametrize(
    ("text", "noun", "several"),
    [
        ("The crew thanked the two rescuers.", "rescuers", True),
        ("Most ISPs failed.", "ISPs", True),
        ("All Muslims were named.", "Muslims", True),
        ("The bus failed.", "bus", False),
        ("Osk Motors failed.", "Motors", False),
    ],
)
def test_what_is_of_more_than_one(annotator, text, noun, several):
    tree = Tree(annotator.annotate(Report("r00", "r.txt", "0" * 64, text, "en", Published())))
    assert are(tree, tree.words.index(noun)) == several


def test_one_thing_is_named_again_by_one_thing(annotator):
    text = "The vote was lost by five members from the Harvest Union, the farmers' party of the north."
    assert "the Harvest Union is" in writes(annotator, text, "the farmers' party of the north")
