"""Sure parts of a claim: what is only likely one claim bears nothing out."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.align import sure
from crossread.model.story import Grouped


def known(chances: dict[tuple[int, int], float], *barred: tuple[int, int]) -> sure.Scores:
    pairs = np.array([*chances, *barred], np.int64).reshape(-1, 2)
    values = np.array([*chances.values(), *[1.0] * len(barred)])
    return sure.scores(pairs, values, np.array([False] * len(chances) + [True] * len(barred)))


def test_mentions_that_are_surely_one_stay_whole():
    assert sure.parts((3, 5), (3, 5), known({(3, 5): 0.95})) == ()


def test_likely_mentions_are_parts():
    assert sure.parts((3, 5), (3, 5), known({(3, 5): 0.5})) == ((3,), (5,))


def test_a_third_that_is_only_likely_stands_apart():
    scores = known({(0, 1): 0.9, (0, 2): 0.5, (1, 2): 0.5})
    assert sure.parts((0, 1, 2), (0, 1, 2), scores) == ((0, 1), (2,))


def test_a_barred_pair_is_never_sure():
    assert sure.parts((0, 1), (0, 1), known({}, (0, 1))) == ((0,), (1,))


def test_two_details_of_one_mention_are_one():
    assert sure.parts((7, 9), (4, 4), known({})) == ()


def test_a_single_mention_has_no_parts():
    (group,) = sure.parted([Grouped("c1", (2,))], known({}))
    assert group.sure == ()


@given(st.dictionaries(st.tuples(st.integers(0, 4), st.integers(5, 9)), st.floats(0, 1), max_size=25))
def test_parts_hold_every_member_once(chances):
    members = tuple(range(10))
    parts = sure.parts(members, members, known(chances) if chances else ({}, frozenset()))
    assert sorted(i for part in parts for i in part) == (list(members) if parts else [])


@pytest.mark.parametrize(("chance", "whole"), [(sure.SURE, True), (sure.SURE - 0.01, False)])
def test_the_bar_is_where_it_is_named(chance, whole):
    assert (sure.parts((0, 1), (0, 1), known({(0, 1): chance})) == ()) is whole
