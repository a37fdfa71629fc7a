"""The unit model: scores by features, and of stretches that overlap the likelier one stands."""

import numpy as np
import pytest

from crossread.trace import unit_model
from crossread.trace.unit_model import UnitModel, Weights


@pytest.fixture
def model() -> UnitModel:
    weights = Weights({"good": [200, 0], "bad": [0, 300]}, [0.0, 0.0], [1.0, -1.0], 0.0, threshold=0.4, overlap=0.5)
    return UnitModel(weights)


def test_features_move_the_score_and_unknown_ones_do_not(model):
    good, bad, none, unknown = model.score([["good"], ["bad"], [], ["never seen"]])
    assert good == pytest.approx(1 / (1 + np.exp(-2)))
    assert bad < none == unknown == 0.5


def test_of_two_that_overlap_the_likelier_stands(model):
    assert model.choose([(0, 10), (0, 12), (20, 30)], np.array([0.6, 0.9, 0.5]), ["clause"] * 3) == [1, 2]


def test_a_small_part_of_a_stretch_may_stand_beside_it(model):
    assert model.choose([(0, 10), (6, 10)], np.array([0.6, 0.9]), ["clause"] * 2) == [0, 1]


def test_a_role_stands_beside_its_clause(model):
    assert model.choose([(0, 10), (0, 8)], np.array([0.9, 0.6]), ["clause", "role"]) == [0, 1]


def test_a_phrase_never_stands_in_for_its_clause(model):
    assert model.choose([(0, 10), (2, 10)], np.array([0.6, 0.9]), ["clause", "phrase"]) == [0]


def test_a_slight_denial_is_told(model):
    assert model.choose([(0, 10)], np.array([0.2]), ["denial"]) == [0]
    assert model.choose([(0, 10)], np.array([0.2]), ["clause"]) == []


def test_below_the_threshold_nothing_is_told(model):
    assert model.choose([(0, 10)], np.array([0.3]), ["clause"]) == []


def test_the_shipped_model_knows_its_features():
    model = unit_model.shipped()
    assert 0 < model.threshold < 1
    assert model.score([["deprel=rootC", "subject=in"]]) != model.score([["deprel=detN"]])


def test_words_that_nothing_tells_are_told_by_their_likeliest_stretch(model):
    places, ranks = [(0, 10), (5, 20), (12, 20), (14, 20), (30, 40)], ["clause"] * 5
    scores = np.array([0.9, 0.39, 0.25, 0.3, 0.05])
    chosen = model.choose(places, scores, ranks)
    assert chosen == [0]
    assert model.left(places, scores, ranks, chosen) == [3]
