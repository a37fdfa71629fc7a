"""The day axis keeps order and stays in the picture."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from crossread.show.axis import MARGIN, TICKS, Axis

DAYS = st.lists(st.dates(date(1900, 1, 1), date(2100, 1, 1)), min_size=1, max_size=12)


@given(DAYS)
def test_later_days_stand_further_right_within_the_margins(days):
    places = [Axis(days).at(d) for d in sorted(set(days))]
    assert places == sorted(places)
    assert len(set(places)) == len(places)
    assert all(MARGIN <= p <= 100 - MARGIN + 1e-9 for p in places)


@given(DAYS)
def test_labels_do_not_overlap(days):
    ticks = Axis(days).ticks()
    assert ticks
    assert all(b.at - a.at >= 100 / TICKS - 0.02 for a, b in pairwise(ticks))


def test_a_short_story_is_linear_and_a_long_one_says_that_it_is_not():
    start = date(2031, 3, 1)
    short = Axis([start, start + timedelta(5), start + timedelta(10)])
    assert not short.compressed
    assert short.at(start + timedelta(5)) == 50
    assert Axis([start, start + timedelta(5), start + timedelta(2000)]).compressed


def test_no_day_at_all_has_no_labels():
    assert Axis([]).ticks() == []
