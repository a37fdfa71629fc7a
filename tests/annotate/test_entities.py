"""Names: long ones whole, and of the right kind."""

import pytest

from crossread.annotate.encoder import SyntaxGraph
from crossread.annotate.entities import Names
from crossread.annotate.tokens import tokenise


@pytest.fixture(scope="module")
def graph() -> SyntaxGraph:
    return SyntaxGraph()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Barack Obama met Angela Merkel in Berlin.",
         {("Barack Obama", "person"), ("Angela Merkel", "person"), ("Berlin", "place")}),
        ("Officials at the Department of Homeland Security declined to comment.",
         {("Department of Homeland Security", "organisation")}),
        ("The boat sank at noon.", set()),
        ("The report is due by June.", set()),
    ],
)  # fmt: skip
def test_names(graph, text, expected):
    words = tokenise(text, 0, len(text))
    told = [w.of(text) for w in words]
    found = Names(graph).find(graph([told])[0], words, told)
    assert {(text[e.start : e.end], e.kind) for e in found} == expected
