"""The day of publication and what it rests on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.read.article import Article
from crossread.read.dates import metadata_day, written_day
from crossread.read.published import published

BODY = "The ferry sank on 3 March 2024, and an inquiry published on 9 May 2020 had warned of it."


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2024-03-04", "2024-03-04"),
        ("2024-03-04T23:59:00-05:00", "2024-03-04"),
        ("2024-03-04 09:12:00", "2024-03-04"),
        ("Mon, 04 Mar 2024 09:12:00 GMT", "2024-03-04"),
        ("March 4, 2024", "2024-03-04"),
        ("4th of March 2024", "2024-03-04"),
        ("20240304", "2024-03-04"),
        ("2024/03/04", "2024-03-04"),
        ("23/04/2024", "2024-04-23"),
        ("05/05/2024", "2024-05-05"),
        ("03/04/2024", None),
        ("1709510400", "2024-03-04"),
        ("1709510400000", "2024-03-04"),
        (1709510400, "2024-03-04"),
        ("2024-02-31", None),
        ("yesterday", None),
        ("None", None),
        (True, None),
        (None, None),
    ],
)
def test_metadata_days(value, day):
    assert metadata_day(value) == day


@given(st.dates())
def test_every_iso_day_of_the_press_age_is_read(day):
    assert metadata_day(day.isoformat()) == (day.isoformat() if 1600 <= day.year < 2100 else None)


@given(st.text(max_size=80) | st.floats() | st.integers())
def test_no_value_breaks_the_reader(value):
    day = metadata_day(value)
    assert day is None or len(day) == 10


def test_metadata_comes_before_the_page():
    got = published(Article(text=f"Published: 5 March 2024\n\n{BODY}", sha256="", date="2024-03-04", date_field="date"))
    assert (got.earliest, got.latest, got.basis) == ("2024-03-04", "2024-03-04", "metadata")


@pytest.mark.parametrize(
    "text",
    [
        f"TARN, 4 March 2024 (AP) - {BODY}",
        f"Ferry sinks\n\nPublished: 4 March 2024, 10:12 GMT\n\n{BODY}",
        f"Ferry sinks\n\nMonday, March 4, 2024 | 9:40 am\n\n{BODY}",
        f"Updated 6 March 2024\nPosted on March 4, 2024\n{BODY}",
        f"{BODY}\n\nFirst published 2024-03-04",
        f"AFP, Monday 4 Mar 2024\n\n{BODY}",
        f"Monday, Mar 4, 2024 | Updated 9:01 AM EDT\n\n{BODY}",
        f"POSTED: 1052 GMT (1852 HKT), March 4, 2024\n\n{BODY}",
    ],
)
def test_a_line_of_the_page_tells_the_day(text):
    got = published(Article(text=text, sha256=""))
    assert (got.earliest, got.basis) == ("2024-03-04", "dateline")
    assert "2024" in got.why


@pytest.mark.parametrize(
    "text",
    [BODY, f"TARN, March 4 (AP) - {BODY}", f"Ferry sinks\n\nPublished on 4 March 2024, the book sank too.\n\n{BODY}"],
)
def test_days_in_the_reporting_do_not(text):
    assert published(Article(text=text, sha256="")).basis == "unknown"


def test_a_written_day_comes_with_its_words():
    assert written_day("It sank on Monday, 4 March 2024, at dawn") == ("2024-03-04", "4 March 2024")
    assert written_day("It sank on 4 March") is None
