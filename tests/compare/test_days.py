"""Days of a mention: its own, its sentence's, or those of the past that the sentence before tells of."""

import pytest

from crossread.compare.days import days_of
from crossread.model.mention import Link, Mention
from crossread.model.report import Published, Report


@pytest.fixture
def days(annotator):
    def read(text: str, piece: str) -> tuple[str | None, str | None]:
        published = Published("2013-07-03", "2013-07-03", "metadata", "")
        annotated = annotator.annotate(Report("r00", "r.txt", "", text, "en", published))
        at = text.index(piece)
        told = days_of(
            annotated,
            Mention("r00", at, at + len(piece), piece, piece, "affirmed", "asserted", (Link("r00", "report"),)),
        )
        return told.earliest, told.latest

    return read


def test_the_days_of_the_sentence(days):
    assert days("Nine people died when it burned in 1998.", "Nine people died") == ("1998-01-01", "1998-12-31")


def test_what_is_told_of_the_past_goes_on(days):
    text = "In April last year a quake struck the coast. Five people died in the quake and its aftershocks."
    assert days(text, "Five people died") == ("2012-04-01", "2012-04-30")


def test_a_new_thing_is_of_its_own_day(days):
    assert days("The bridge was built in 1970. Five people died in the flood.", "Five people died") == (None, None)
    assert days("A quake struck on Tuesday. Five people died in the quake.", "Five people died") == (None, None)
