"""Fingerprints: a run of words shared is always seen, and nothing depends on the process."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.model.span import Extent
from crossread.trace.fingerprints import GRAM, WINDOW, Hasher, candidates, winnow

WORD = st.sampled_from([f"w{i}" for i in range(500)])


@settings(max_examples=50, deadline=None)
@given(
    st.lists(WORD, max_size=40), st.lists(WORD, min_size=GRAM + WINDOW - 1, max_size=20), st.lists(WORD, max_size=40)
)
def test_a_shared_run_leaves_a_fingerprint_in_both(before, run, after):
    hasher = Hasher()
    one = hasher.text(" ".join([*before, *run]))
    two = hasher.text(" ".join([*run, *after]))
    assert np.intersect1d(winnow(one.grams), winnow(two.grams)).size > 0


def test_hashes_are_the_same_in_every_process():
    assert Hasher().word("pier") == 1489008642445222507


def test_debris_leaves_no_words():
    text = "subscribe now the pier is shut"
    assert Hasher().text(text, [Extent(0, 13)]).size == 4


def test_candidates_are_the_pairs_that_share_enough():
    hasher = Hasher()
    passage = " ".join(f"p{i}" for i in range(30))
    texts = [passage, "x y z " * 20, f"a b c {passage} d e f", " ".join(f"q{i}" for i in range(60))]
    assert candidates(winnow(hasher.text(t).grams) for t in texts) == [(0, 2)]


def test_a_crowd_of_copies_stays_connected_at_linear_cost():
    hasher = Hasher()
    text = " ".join(f"p{i}" for i in range(50))
    pairs = candidates([winnow(hasher.text(text).grams)] * 200)
    assert len(pairs) < 200 * 4
    assert {b for _, b in pairs} | {0} == set(range(200))


def test_no_text_no_candidates():
    assert candidates([]) == []
    assert candidates([winnow(Hasher().text("too short").grams)]) == []
