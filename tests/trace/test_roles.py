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


def test_the_whole_office_is_the_role(annotator):
    assert told(annotator, "Secretary of State Marta Okonjo left early.", "Marta Okonjo") == ["Secretary of State"]


def test_the_next_of_a_list_is_no_role(annotator):
    text = "Three were arrested: Veres, the safety engineer Tamas Bencsik and a welder."
    assert told(annotator, text, "Veres") == []


def test_a_widow_has_a_husband(annotator):
    assert told(annotator, "Ada Reen, widow of Luis Olin, wept.", "Ada Reen") == ["widow of Luis Olin"]


def test_a_form_of_address_is_no_role(annotator):
    assert told(annotator, "Early in the morning Mr. Berg left.", "Berg") == []
