"""Headlines in capitals are read as the report writes their words; nothing else is touched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.annotate.headlines import as_written
from crossread.annotate.sentences import split
from crossread.model.report import Debris

BODY = (
    "Divers found that the cables off Ostrel were cut, and the firm Baltline said that calls and the internet would "
    "be slow for days. Its chief, Ada Reen, denied on Monday that a ship of Baltline had cut the cables, and said "
    "that repairs in the bay of Ostrel would begin once the wind fell."
)


def read(headline: str, body: str = BODY, debris: tuple[Debris, ...] = ()) -> str:
    """The headline as it is read above a body."""
    text = f"{headline}\n\n{body}"
    written = as_written(text, split(text, debris), debris)
    assert written[len(headline) :] == text[len(headline) :]
    return written[: len(headline)]


@pytest.mark.parametrize(
    ("headline", "written"),
    [
        ("Cables Off Ostrel Cut, Calls Slow", "Cables off Ostrel cut, calls slow"),
        ("CABLES OFF OSTREL CUT, CALLS SLOW", "Cables off Ostrel cut, calls slow"),
        ("Baltline Denied: 'Repairs Begin Monday'", "Baltline denied: 'repairs begin Monday'"),
        ("French Divers Found Cables Cut", "French divers found cables cut"),
    ],
)
def test_only_names_keep_their_capitals(headline, written):
    assert read(headline) == written


@pytest.mark.parametrize(
    "headline",
    [
        "Divers find cables cut off Ostrel",  # a headline in small letters
        "Ostrel, Monday (Northern Wire) -",  # a dateline
        "Jonna Marte Vik, Foreign Desk",  # a byline
        "Cables Cut Off Ostrel Bay.",  # a sentence
    ],
)
def test_other_lines_stay(headline):
    assert read(headline) == headline


def test_a_report_too_short_to_tell_how_words_are_written_stays():
    assert read("Cables Off Ostrel Cut", "The cables were cut.") == "Cables Off Ostrel Cut"


def test_page_text_stays():
    headline = "Cables Off Ostrel Cut, Calls Slow"
    assert read(headline, debris=(Debris(0, len(headline), "related-links"),)) == headline


@given(st.text(), st.text())
def test_the_text_keeps_its_length(headline, body):
    text = f"{headline}\n\n{body}\n{BODY}"
    assert len(as_written(text, split(text))) == len(text)
