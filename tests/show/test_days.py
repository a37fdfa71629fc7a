"""Days and intervals in words."""

import pytest

from crossread.show.days import interval, readable


@pytest.mark.parametrize(
    ("earliest", "latest", "words"),
    [
        (None, None, "date unknown"),
        ("2031-03-10", "2031-03-10", "10 March 2031"),
        ("2031-03-09", "2031-03-10", "9–10 March 2031"),
        ("2031-03-01", "2031-03-31", "March 2031"),
        ("2031-03-30", "2031-04-02", "30 March – 2 April 2031"),
        ("2031-01-01", "2031-12-31", "2031"),
        ("2030-12-30", "2031-01-02", "30 December 2030 – 2 January 2031"),
        (None, "2031-03-31", "by 31 March 2031"),
        ("2031-03-02", None, "from 2 March 2031"),
        ("-0043-03-15", "-0043-03-15", "-0043-03-15"),
        ("2031-03-10", "2031-03-09", "10 March 2031 to 9 March 2031"),
    ],
)
def test_an_interval_is_as_short_as_it_can_be(earliest, latest, words):
    assert interval(earliest, latest) == words


def test_days_in_a_sentence_become_words_save_in_quotations():
    assert readable("2031-03-09 to 2031-03-10, in 2031; “2031-03-09” and 12031-03-091") == (
        "9–10 March 2031, in 2031; “2031-03-09” and 12031-03-091"
    )
    assert readable("2031-13-45") == "2031-13-45"
