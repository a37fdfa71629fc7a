"""Sayings by nouns: whose claim, view or position it is, and what nobody vouches for."""

import pytest

from crossread.model.report import Published, Report
from crossread.model.tree import Tree
from crossread.trace import noun_sayings
from crossread.trace.cues import cues


@pytest.fixture
def told(annotator):
    """Each saying's source and content."""

    def found(text: str) -> list[tuple[str | None, str]]:
        tree = Tree(annotator.annotate(Report("r00", "r.txt", "", text, "en", Published())))
        return [
            (s.source and s.source.of(text), s.content[0].of(text).strip(" ,."))
            for s in noun_sayings.find(tree, cues())
        ]

    return found


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The minister's claim that nobody lied fell flat.", "minister", "that nobody lied"),
        ("She stands by her charge that nobody was warned.", "her", "that nobody was warned"),
        ("Police are looking into reports that a boat sank.", None, "that a boat sank"),
        (
            "While the official Norwegian position is that the deployment aims to curb smuggling, others doubt it.",
            "Norwegian",
            "that the deployment aims to curb smuggling",
        ),
    ],
)
def test_a_noun_of_saying_with_its_clause(told, text, source, content):
    found = told(text)
    assert len(found) == 1
    assert found[0][1].startswith(content)
    assert (found[0][0] or "").endswith(source or ""), found
    assert (source is None) == (found[0][0] is None)


@pytest.mark.parametrize("text", ["The problem is that nobody knows.", "There is no suspicion that she lied."])
def test_a_clause_of_no_saying(told, text):
    assert told(text) == []
