"""Roles: what a report says a named person is."""

from crossread.annotate.annotator import Annotator
from crossread.model.report import Published, Report
from crossread.model.span import Extent
from crossread.trace import roles


def told(annotator: Annotator, text: str, name: str) -> list[str]:
    annotated = annotator.annotate(Report("r00", "r.txt", "", text, "en", Published()))
    start = text.index(name)
    return [e.of(text) for e in roles.of(annotated, Extent(start, start + len(name)))]


def test_a_title_before_the_name(annotator):
    assert told(annotator, "Prime Minister Ola Berg left early.", "Ola Berg") == ["Prime Minister"]


def test_an_apposition_after_the_name(annotator):
    assert told(annotator, "Ola Berg, a director at Nordvik, left early.", "Ola Berg") == ["a director at Nordvik"]


def test_a_bare_name_has_no_role(annotator):
    assert told(annotator, "Early in the morning Ola Berg left.", "Ola Berg") == []
