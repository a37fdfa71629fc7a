"""Demanded: what somebody wants done is no deed."""

import pytest
from tests.stories import cross_read

from crossread.model.demanded import demanded
from crossread.model.report import Published, Report
from crossread.model.tree import Tree


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("The inspectorate issued a recommendation that the ministry reopen the tender.", "reopen"),
        ("The union demanded that the mayor resign.", "resign"),
        ("A judge ordered that the mill be closed at noon.", "be"),
        ("The union said that the mayor resigned.", None),
        ("The demand that rose in May fell in June.", None),
    ],
)
def test_should_is_understood_where_something_is_demanded(annotator, text, before):
    tree = Tree(annotator.annotate(Report("r00", "r.txt", "", text, "en", Published())))
    found = [at for head in range(len(tree.tokens)) if (at := demanded(tree, head)) is not None]
    assert [tree.lower[at] for at in found] == ([] if before is None else [before])


def test_what_a_body_recommends_is_told_as_open(tmp_path):
    text = "A plain heading\n\nThe inspectorate issued a recommendation that the ministry reopen the tender."
    claims = cross_read(tmp_path, {"a.txt": text}).claims
    told = {c.gloss: m.certainty for c in claims for m in c.mentions}
    assert told["The ministry [should] reopen the tender."] == "hedged"
