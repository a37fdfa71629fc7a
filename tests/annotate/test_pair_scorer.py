"""Two mentions are judged with what stands around them, and by nothing else."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.annotate.encoder import tokenizer
from crossread.annotate.pair_scorer import SIDE_PIECES, PairScorer, Side, pair_inputs, side_of, side_of_text
from crossread.annotate.pieces import words_of

TEXT = "The ferry sank off the cape.\n\nFour people died, the coastguard said. No one knows why it sank.\n\nRain fell."


def test_a_mention_keeps_its_paragraph_and_no_other():
    words = words_of(tokenizer(), TEXT)
    side = side_of(words, *words.within(TEXT.index("Four"), TEXT.index(", the")))
    told = tokenizer().decode(list(side.ids))
    assert tokenizer().decode(list(side.ids[side.low : side.high])) == "four people died"
    assert "coastguard" in told
    assert "cape" not in told
    assert "rain" not in told


@given(st.integers(0, 400), st.integers(1, 400))
@settings(max_examples=60, deadline=None)
def test_a_side_is_never_too_long_and_holds_its_mention(low, count):
    words = words_of(tokenizer(), "Boats sank unexpectedly near Kirkenes. " * 80)
    high = min(len(words), low + count)
    low = min(low, high - 1)
    side = side_of(words, low, high)
    assert len(side.ids) <= SIDE_PIECES
    assert 0 <= side.low < side.high <= len(side.ids)
    first = int(words.first[low])
    assert side.ids[side.low : side.high] == tuple(words.ids[first : first + side.high - side.low].tolist())


def test_no_words_no_side():
    assert side_of(words_of(tokenizer(), TEXT), 3, 3) == Side((), 0, 0)


def test_marks_are_on_the_mentions():
    inputs = pair_inputs(Side((7, 8, 9), 1, 2), Side((5, 6), 0, 1))
    assert inputs["ids"].shape == (1, 8)
    assert inputs["inside"].tolist() == [[0, 0, 1, 0, 0, 1, 0, 0]]
    assert inputs["segment"].tolist() == [[0, 0, 0, 0, 0, 1, 1, 1]]


def test_pairs_are_scored_alone():
    scorer = PairScorer()
    pairs = [("Four people died in the fire.", "The fire killed four."), ("Four died.", "No one died in the fire.")]
    told = scorer.texts(pairs)
    assert told.shape == (2, 4)
    assert np.allclose(told.sum(1), 1, atol=1e-5)
    assert told[0, :2].sum() > told[0, 2]
    assert told[1, 2] > told[1, :2].sum()
    assert (PairScorer().texts(pairs[1:])[0] == told[1]).all()
    assert scorer.score([]).shape == (0, 4)


def test_a_long_text_is_cut():
    assert len(side_of_text("boat " * 500).ids) == SIDE_PIECES
