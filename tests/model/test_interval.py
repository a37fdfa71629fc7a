"""Intervals of days: how far two lie apart."""

from crossread.model.interval import Interval


def test_the_gap_is_the_days_between():
    assert Interval("2024-05-01", "2024-05-02").gap(Interval("2024-05-05", None)) == 3
    assert Interval("2024-05-05", "2024-05-06").gap(Interval(None, "2024-05-02")) == 3
    assert Interval("2024-05-01", "2024-05-05").gap(Interval("2024-05-05", "2024-05-09")) == 0
