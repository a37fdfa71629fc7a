"""Which pairs are looked at: near in either view, or sharing rare words."""

import numpy as np
from tests.align.test_features import change, told

from crossread.align.candidates import find
from crossread.model.vector import InContext


def test_nearness_in_a_report_makes_a_candidate():
    rows = [change(report=r) for r in "abc"]
    profiles = told(rows, [[1, 0, 0], [0, 1, 0], [0, 0, 1]])
    placed = InContext(np.array([[1, 0, 0], [1, 0, 0], [0, 0, 1]], np.float32), profiles.placed.words)
    assert find(profiles)[0].tolist() == []
    assert find(type(profiles)(profiles.rows, profiles.vectors, profiles.sentences, placed, {}))[0].tolist() == [[0, 1]]


def test_two_rare_words_make_a_candidate():
    rows = [change(report=r, stems=frozenset(s)) for r, s in (("a", {"x", "y"}), ("b", {"x", "y"}), ("c", {"x"}))]
    assert find(told(rows, [[1, 0, 0], [0, 1, 0], [0, 0, 1]]))[0].tolist() == [[0, 1]]


def test_the_pairs_are_the_same_in_any_block(monkeypatch):
    rng = np.random.default_rng(5)
    vectors = rng.normal(size=(40, 8))
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    profiles = told([change(report=str(i // 10)) for i in range(40)], vectors.tolist())
    whole, hub = find(profiles)
    monkeypatch.setattr("crossread.align.candidates.BLOCK", 7)
    again, other = find(profiles)
    assert (whole == again).all()
    assert np.allclose(hub, other, atol=1e-5)
