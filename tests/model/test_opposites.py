"""Opposites: of one thing not both can be told."""

import pytest

from crossread.model.opposites import opposed, part_ways
from crossread.model.stems import content_stems


@pytest.mark.parametrize(
    ("mine", "theirs", "parts"),
    [
        ("the consulate stays open", "the consulate was seen closed", True),
        ("the gate was sealed", "the gate was opened", True),
        ("the gate opened and closed", "the gate opened", False),
        ("the gate is open", "the gate is wide open", False),
    ],
)
def test_a_word_and_its_opposite_that_the_other_lacks(mine, theirs, parts):
    assert opposed(set(content_stems(mine)), set(content_stems(theirs))) is parts


@pytest.mark.parametrize(
    ("mine", "theirs", "parts"),
    [
        ("Stock markets have fallen dramatically", "stock markets have increased dramatically", True),
        ("the index rose and fell", "the index fell", False),
        ("the index slid", "the index plunged", False),
        ("up to 15 people fell", "15 people fell", False),  # "up" is no way up
    ],
)
def test_what_goes_up_and_what_goes_down(mine, theirs, parts):
    assert part_ways(content_stems(mine), content_stems(theirs)) is parts
