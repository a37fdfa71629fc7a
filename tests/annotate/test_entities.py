"""Names: long ones whole, and of the right kind."""

import pytest

from crossread.annotate.encoder import SyntaxGraph
from crossread.annotate.entities import Names, _strange, whole_start
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
        ("Robbers burst into the store on ritzy Avenue Lorne near the river.", {("Avenue Lorne", "place")}),
        ("Robert Hale, R-Va., met Anna Price.", {("Robert Hale", "person"), ("Anna Price", "person")}),
        ("One man was killed, said disaster agency official Fauzi.", {("Fauzi", "person")}),
        ("President of the United States Barack Obama said so.", {("Barack Obama", "person")}),
        ("The crowd marched down Lorne Street Saturday.", {("Lorne Street", "place")}),
        ("The boat sank at noon.", set()),
        ("The report is due by June.", set()),
    ],
)  # fmt: skip
def test_names(graph, text, expected):
    words = tokenise(text, 0, len(text))
    told = [w.of(text) for w in words]
    found = Names(graph).find(graph([told])[0], words, told)
    assert {(text[e.start : e.end], e.kind) for e in found} == expected


def test_a_name_cut_off_after_its_first_word_gets_it_back():
    told, outside = ["The", "United", "States", "agreed"], [0, 0, 1, 0]
    assert whole_start(told, 2, outside) == 1
    assert whole_start(["The", "member", "States"], 2, [0, 0, 1]) == 2
    assert whole_start(told, 2, [0, 3, 1, 0]) == 2


def test_a_name_begins_behind_the_bracket_that_ends_in_it():
    told = ["Kimani", "(", "Kiki", ")", "Gray"]
    assert _strange(told, 2, 5, "person") == 2
    assert _strange(told, 0, 5, "person") == 0
