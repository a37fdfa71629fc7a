"""Whose "his" and "her" are."""

import pytest

from crossread.model.report import Published, Report
from crossread.model.tree import Tree
from crossread.trace.chains import Chains
from crossread.trace.owners import Owners


@pytest.fixture
def owner(annotator):
    """The owner that the first "his" or "her" of a text is given, as words; None where none is."""

    def found(text: str) -> str | None:
        annotated = annotator.annotate(Report("r00", "r.txt", "", text, "en", Published()))
        tree = Tree(annotated)
        place = next(tree.extent([t]) for t, w in enumerate(tree.lower) if w in ("his", "her"))
        told = Owners(tree, Chains(annotated).scene).of(place)
        return None if told is None else told.of(text)

    return found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Daniel Resk fired the coach. Tomas Brandt sat down, winning his fourth title.", "Tomas Brandt"),
        ("Daniel Resk spoke. A policeman has fallen to his death in the hills.", "policeman"),
        ("Daniel Resk spoke. It is illegal for an official to use his office for gain.", "official"),
        ("Anna Reen called to congratulate Tomas Brandt on his victory.", "Tomas Brandt"),
        ("Anna Reen told Clara Brandt to stop the car and raise her hands.", "Clara Brandt"),
    ],
)
def test_the_subject_of_the_clause_is_the_owner(owner, text, name):
    assert owner(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "Daniel Resk spoke. Viktor Reen took some shots at Tomas Brandt on Monday, mostly on his plan for the schools.",
        "Daniel Resk spoke. Anna Reen lost his letter on the way to the court.",
        "Daniel Resk fled. Tomas Brandt offered a reward of two million for his capture.",
        "Daniel Resk fled. His brother stayed in the town of Reen.",
    ],
)
def test_who_else_may_be_meant_leaves_it_open(owner, text):
    assert owner(text) is None
