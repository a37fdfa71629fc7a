"""Features: what a candidate holds, what it leaves out, and what stands beside it."""

import pytest

from crossread.annotate.annotator import Annotator
from crossread.model.report import Published, Report
from crossread.model.tree import Tree
from crossread.trace import unit_candidates, unit_features


@pytest.fixture(scope="module")
def seen() -> dict[str, list[str]]:
    text = "The company closed the gates on Monday."
    annotated = Annotator().annotate(Report("r00", "r.txt", "0" * 64, text, "en", Published()))
    tree = Tree(annotated)
    sight = unit_features.Sight(annotated, tree)
    found = unit_candidates.find(tree, tree.sentences[0], sight.reach)
    return {
        text[tree.tokens[c.first].start : tree.tokens[c.last - 1].end]: unit_features.features(
            sight, tree.sentences[0], c
        )
        for c in found
    }


def test_a_whole_clause_leaves_nothing_out(seen):
    found = seen["The company closed the gates on Monday"]
    assert "whole=11C" in found
    assert "subject=in" in found
    assert not any(f.startswith(("right=", "left=")) for f in found)


def test_a_cut_clause_tells_what_it_leaves_out(seen):
    found = seen["The company closed the gates"]
    assert "right=obl" in found
    assert "right word=on" in found
    assert "right time=1" in found


def test_a_phrase_that_is_a_time_tells_so(seen):
    assert "time=allN" in seen["on Monday"]
    assert "case=on" in seen["on Monday"]
