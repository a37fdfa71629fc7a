"""Average-link clustering: what is alike is joined, what may not meet never meets, and order does not matter."""

from hypothesis import given
from hypothesis import strategies as st

from crossread.align.cluster import average_link

COUNT = 12
scores = st.dictionaries(
    st.tuples(st.integers(0, COUNT - 1), st.integers(0, COUNT - 1)).filter(lambda p: p[0] < p[1]),
    st.floats(0, 1, allow_nan=False),
    max_size=40,
)
barred = st.lists(
    st.tuples(st.integers(0, COUNT - 1), st.integers(0, COUNT - 1)).filter(lambda p: p[0] < p[1]), max_size=10
)


def test_near_mentions_share_a_claim_and_far_ones_do_not():
    assert average_link(4, {(0, 1): 0.9, (2, 3): 0.8, (1, 2): 0.3}, [], 0.5) == [(0, 1), (2, 3)]


def test_a_chain_is_not_joined_on_one_strong_link():
    assert average_link(3, {(0, 1): 0.9, (1, 2): 0.7}, [], 0.5) == [(0, 1), (2,)]


def test_mentions_that_clash_stay_apart_however_alike():
    assert average_link(2, {(0, 1): 1.0}, [(0, 1)], 0.5) == [(0,), (1,)]


def test_a_bar_holds_for_the_clusters_that_grow_around_it():
    groups = average_link(3, {(0, 1): 0.95, (0, 2): 0.9, (1, 2): 0.9}, [(0, 2)], 0.1)
    assert all(not {0, 2} <= set(g) for g in groups)


@given(scores, barred, st.floats(0.05, 0.95))
def test_every_mention_is_in_one_claim_and_bars_hold(scores, barred, threshold):
    groups = average_link(COUNT, scores, barred, threshold)
    assert sorted(i for g in groups for i in g) == list(range(COUNT))
    assert not any(set(pair) <= set(g) for pair in barred for g in groups)


@given(scores, barred)
def test_the_order_of_pairs_does_not_matter(scores, barred):
    backwards = dict(reversed(list(scores.items())))
    assert average_link(COUNT, scores, barred, 0.4) == average_link(COUNT, backwards, barred[::-1], 0.4)
