"""Figures: whether one number fits two of them."""

import pytest

from crossread.compare.figures import meets
from crossread.model.quantity import Quantity

MILE = 1.609344


@pytest.mark.parametrize(
    ("one", "other", "fits"),
    [
        (("34 miles", 34 * MILE), ("55 kilometers", 55.0), True),
        (("six miles", 6 * MILE), ("6.2 miles", 6.2 * MILE), True),
        (("six miles", 6 * MILE), ("7.2 miles", 7.2 * MILE), False),
        (("34 miles", 34 * MILE), ("72 kilometers", 72.0), False),
        (("10 kilometers", 10.0), ("9.8 kilometers", 9.8), True),
    ],
)
def test_measures_meet_where_one_rounds_or_converts_the_other(one, other, fits):
    q, p = (Quantity(0, len(text), text, value, value, "km") for text, value in (one, other))
    assert meets(q, p, True) == meets(p, q, True) == fits


def test_counts_meet_where_their_ranges_do():
    assert meets(Quantity(0, 1, "at least five", 5, None), Quantity(0, 1, "seven", 7, 7), False)
    assert not meets(Quantity(0, 1, "five", 5, 5), Quantity(0, 1, "seven", 7, 7), False)
