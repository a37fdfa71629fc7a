"""Word differences between wordings of one quotation."""

from hypothesis import given
from hypothesis import strategies as st
from sula import sula

from crossread.model.quote import Quote
from crossread.model.span import Span
from crossread.show.wording import Piece, difference, wordings

WORDS = st.lists(st.sampled_from(["we", "had", "Water", "water", ",", "“", '"', "ten", "  "])).map(" ".join)


@given(WORDS, WORDS)
def test_what_is_not_left_out_is_the_wording_itself(base, other):
    assert "".join(p.text for p in difference(base, other) if p.kind != "left out") == other


def test_neighbouring_changes_are_one_change():
    assert difference("We had water", "There was water") == (
        Piece("left out", "We had"),
        Piece("added", "There was"),
        Piece("same", " water"),
    )


def test_case_and_the_shape_of_quotation_marks_do_not_count():
    assert difference("“We don’t know”", '"we don\'t know"') == (Piece("same", '"we don\'t know"'),)


def test_the_wording_that_most_reports_give_stands_first():
    said = [("r0", "It sank at once."), ("r1", "It sank slowly"), ("r2", "“It sank slowly,”")]
    quote = Quote("q", "", tuple(Span(r, 0, len(t), t) for r, t in said))
    found = wordings(quote)
    assert [[v.report for v in w.variants] for w in found] == [["r1", "r2"], ["r0"]]
    assert [p.kind for p in found[0].pieces] == ["same"]
    assert "left out" in {p.kind for p in found[1].pieces}


def test_each_wording_of_the_captain_is_kept():
    assert len(wordings(sula().quotes[0])) == 3


def test_marks_alone_are_no_other_wording():
    assert {p.kind for p in difference("It sank, we saw.", "“It sank; we saw,”")} == {"same"}


def test_a_wording_that_shares_little_stands_alone():
    said = [("r0", "we saw it sink at once"), ("r1", "nobody could have known of that")]
    found = wordings(Quote("q", "", tuple(Span(r, 0, len(t), t) for r, t in said)))
    assert [w.close for w in found] == [True, False]
    assert [p.kind for p in found[1].pieces] == ["same"]
