"""Decoding is exact: the best legal tag sequence, the best tree with one root."""

import itertools

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from crossread.annotate.decoding import spans, tree, viterbi

TAGS = ["O", "B-x", "I-x", "B-y", "I-y"]
MOVES = np.array([[-1e4 if b[0] == "I" and a[2:] != b[2:] else 0.0 for b in TAGS] for a in TAGS], np.float32)
START = np.array([-1e4 if t[0] == "I" else 0.0 for t in TAGS], np.float32)
SCORES = st.floats(-5, 5, width=32)


@settings(deadline=None)
@given(arrays(np.float32, st.tuples(st.integers(1, 4), st.just(5)), elements=SCORES))
def test_viterbi_finds_the_best_of_all_sequences(emissions):
    def value(path):
        moves = sum(MOVES[a, b] for a, b in itertools.pairwise(path))
        return float(START[path[0]] + moves + sum(emissions[i, t] for i, t in enumerate(path)))

    best = max(value(p) for p in itertools.product(range(5), repeat=len(emissions)))
    assert abs(value(viterbi(emissions, MOVES, START)) - best) < 1e-2


def test_spans_of_tags():
    assert spans([1, 2, 0, 3, 1, 2, 2], TAGS) == [(0, 2, "x"), (3, 4, "y"), (4, 7, "x")]
    assert viterbi(np.zeros((0, 5), np.float32), MOVES, START) == []


def is_tree(heads: list[int]) -> bool:
    if heads.count(0) != 1:
        return False
    for i in range(len(heads)):
        seen, node = set(), i + 1
        while node:
            if node in seen:
                return False
            seen.add(node)
            node = heads[node - 1]
    return True


def total(arcs, heads) -> float:
    return float(sum(arcs[i, h] for i, h in enumerate(heads)))


@settings(max_examples=150, deadline=None)
@given(arrays(np.float32, st.integers(1, 5).map(lambda n: (n, n + 1)), elements=SCORES))
def test_tree_is_the_best_tree_with_one_root(arcs):
    n = len(arcs)
    every = [h for h in itertools.product(range(n + 1), repeat=n) if is_tree(list(h))]
    found = tree(arcs)
    assert is_tree(found)
    assert total(arcs, found) >= max(total(arcs, h) for h in every) - 1e-2


def test_long_random_sentences_get_trees():
    rng = np.random.default_rng(4)
    for n in (30, 120, 300):
        assert is_tree(tree(rng.normal(size=(n, n + 1)).astype(np.float32)))
