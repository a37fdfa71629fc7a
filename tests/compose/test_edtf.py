"""EDTF forms are ones that the standard's own parser reads, and keep the days they stand for."""

import edtf as standard
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.annotate.times import find
from crossread.compose import edtf
from crossread.model.report import Published

WRITTEN = Published("2024-05-16", "2024-05-16", "metadata", "")


def form(words, when=WRITTEN):
    found = find(f"The talks collapsed {words}.", when)
    return edtf.of_time(found[-1])


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("on Friday", "2024-05-10"),
        ("in June 2009", "2009-06"),
        ("in 2018", "2018"),
        ("last summer", "2023-22"),
        ("in the third quarter of 2023", "2023-35"),
        ("in the 1980s", "198X"),
        ("in the 12th century", "11XX"),
        ("last week", "2024-05-05/2024-05-12"),
        ("at the beginning of November", "2023-11-01/2023-11-10"),
        ("between December and January", "2023-12-01/2024-01-31"),
        ("at least two months ago", "../2024-03-16"),
        ("at 9 a.m. on Friday", "2024-05-10T09:00:00"),
        ("every day", ""),
        ("for three days", ""),
        ("about three years ago", "2021-01-01~/2021-12-31~"),
    ],
)
def test_forms(words, told):
    assert form(words) == told
    assert not told or standard.parse_edtf(told)


def test_a_choice_of_days_is_a_set():
    wide = Published("2024-05-16", "2024-06-05", "inferred", "")
    told = form("on Friday", wide)
    assert told.startswith("[")
    assert standard.parse_edtf(told)


days = st.dates().map(lambda d: d.isoformat())


@settings(max_examples=100, deadline=None)
@given(st.one_of(st.none(), days), st.one_of(st.none(), days), st.booleans())
def test_intervals_are_read_by_the_standard(first, last, rough):
    if first and last and first > last:
        first, last = last, first
    told = edtf.of_days(first, last, rough)
    assert (told == "") == (first is None and last is None)
    assert not told or standard.parse_edtf(told)
